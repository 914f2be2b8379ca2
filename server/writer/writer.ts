/** The writer as the rest of the server sees it: commands go to its thread, answers come back as promises. */
import { Worker } from "node:worker_threads";
import { ApiError } from "../http/errors.ts";
import type { CommandName, Commands, Reply, WriterSetup } from "./commands.ts";

/** What the writer makes is soon waste: more room for that is only memory, not speed. */
const YOUNG_MB = 8;
/**
 * Far more than it needs, but the more it is, the further V8 lets the heap grow before it is cleared: to some 40 MB with this, to 60
 * with 2048, and a twentieth more scattered events a second are taken in then.
 */
const OLD_MB = 1536;

/** How much may wait before further requests are turned away. */
export interface WaitingLimits {
  bytes: number;
  requests: number;
}

const WAITING_LIMITS: WaitingLimits = { bytes: 128 * 1024 * 1024, requests: 10_000 };

export interface Writer {
  /** Resolves when the command is on disk; rejects with an `ApiError`. */
  send<Name extends CommandName>(
    name: Name,
    given: Commands[Name]["given"],
  ): Promise<Commands[Name]["gives"]>;
  /** Resolves when all that waits is written and the database is closed. */
  close(): Promise<void>;
}

interface Waiting {
  bytes: number;
  resolve: (gives: never) => void;
  reject: (error: Error) => void;
}

/**
 * Resolves when the database is open and at this build's schema; rejects with the reason in words. `onDeath` is told when the
 * thread ends by itself later on: nothing can be written any more.
 */
export async function startWriter(
  setup: WriterSetup,
  limits: WaitingLimits = WAITING_LIMITS,
  onDeath: (error: Error) => void = () => {},
): Promise<Writer> {
  const worker = new Worker(new URL("./writer-thread.ts", import.meta.url), {
    workerData: setup,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB },
  });
  const waiting = new Map<number, Waiting>();
  let waitingBytes = 0;
  let sequence = 0;
  let failure: Error | null = null;

  await new Promise<void>((resolve, reject) => {
    worker.once("message", () => resolve());
    worker.once("error", reject);
  });

  worker.on("message", (reply: Reply) => {
    const request = waiting.get(reply.sequence);
    if (request === undefined) return;
    waiting.delete(reply.sequence);
    waitingBytes -= request.bytes;
    if ("problem" in reply) request.reject(new ApiError(reply.problem.code, reply.problem.detail));
    else request.resolve(reply.gives as never);
  });
  worker.on("error", (error) => {
    failure = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    onDeath(error);
  });

  const send: Writer["send"] = (name, given) =>
    new Promise((resolve, reject) => {
      if (failure !== null) return reject(failure);
      const body =
        typeof given === "object" && given !== null && "body" in given ? given.body : null;
      const bytes = body?.byteLength ?? 0;
      if (waitingBytes + bytes > limits.bytes || waiting.size >= limits.requests) {
        return reject(
          new ApiError("overloaded", "too much waits to be written; send it again in a second"),
        );
      }
      sequence += 1;
      waitingBytes += bytes;
      waiting.set(sequence, { bytes, resolve, reject });
      worker.postMessage(
        { sequence, name, given },
        body === null ? [] : [body.buffer as ArrayBuffer],
      );
    });

  return {
    send,
    async close() {
      if (failure === null) await send("close", null);
      await worker.terminate();
    },
  };
}
