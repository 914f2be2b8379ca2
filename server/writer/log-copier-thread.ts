/** The thread of `LogCopier`. */
import { parentPort, workerData } from "node:worker_threads";
import { logCopying } from "../store/sqlite/upkeep.ts";
import { type CopierSetup, IDLE } from "./log-copier.ts";

const { file, state } = workerData as CopierSetup;
const copy = logCopying(file);

parentPort?.on("message", () => {
  try {
    copy();
  } catch {
    // What a full disk cuts short is done after another commit.
  } finally {
    Atomics.store(state, 0, IDLE);
    Atomics.notify(state, 0);
  }
});
