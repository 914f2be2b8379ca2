/** The thread of `LogCopier`. */
import { parentPort, workerData } from "node:worker_threads";
import { logCopying } from "../store/sqlite/upkeep.ts";
import { type CopierCommand, type CopierSetup, IDLE } from "./log-copier.ts";

const { file, state } = workerData as CopierSetup;
const { copy, close } = logCopying(file);

parentPort?.on("message", (command: CopierCommand) => {
  try {
    if (command === "copy") copy();
    else close();
  } catch {
    // What a full disk cuts short is done after another commit.
  } finally {
    Atomics.store(state, 0, IDLE);
    Atomics.notify(state, 0);
  }
});
