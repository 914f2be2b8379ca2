/** The reader as the rest of the server sees it: questions go to its thread one at a time, answers come back as promises. */
import { Worker } from "node:worker_threads";
import { ApiError } from "../http/errors.ts";
import type { Made, QuestionName, Questions, Reply, Request } from "./questions.ts";

export interface Reader {
  /**
   * `tag` names the state that it is asked in, `now` is in ms since 1970. Who asks the same while it waits shares the answer; once
   * it is being made, only who asks in the same state, so that nobody gets an answer of before their own writes. Rejects with an
   * `ApiError`.
   */
  ask<Name extends QuestionName>(
    name: Name,
    given: Questions[Name],
    tag: string,
    now: number,
  ): Promise<Made>;
  /** What waits is refused. */
  close(): Promise<void>;
}

type Thread = Pick<Worker, "on" | "postMessage" | "terminate">;

interface Waiting {
  question: string;
  tag: string;
  request: Request;
  answer: PromiseWithResolvers<Made>;
}

/** `file` must have been opened for writing before. The thread starts with the first question, and anew after it has died. */
export function openReader(file: string, start: () => Thread = () => threadOn(file)): Reader {
  const queue = new Map<string, Waiting>();
  let running: Waiting | null = null;
  let thread: Thread | null = null;
  let isClosed = false;

  function next(): void {
    const [first] = queue.values();
    if (running !== null || first === undefined) return;
    queue.delete(first.question);
    running = first;
    thread ??= started();
    thread.postMessage(first.request);
  }

  function started(): Thread {
    const begun = start();
    begun.on("message", (reply: Reply) => {
      const asked = running;
      running = null;
      if ("made" in reply) asked?.answer.resolve(reply.made);
      else asked?.answer.reject(new ApiError(reply.problem.code, reply.problem.detail));
      next();
    });
    begun.on("error", (error) => ended(begun, error.stack ?? error.message));
    begun.on("exit", () => ended(begun, "the thread that reads has ended"));
    return begun;
  }

  /** What it was at may be what killed it; the others are asked of a new one. */
  function ended(one: Thread, reason: string): void {
    if (thread !== one) return;
    thread = null;
    const asked = running;
    running = null;
    asked?.answer.reject(new ApiError("internal_error", reason));
    next();
  }

  return {
    ask(name, given, tag, now) {
      if (isClosed) return Promise.reject(new ApiError("starting", "another world is opening"));
      const question = JSON.stringify([name, given]);
      if (running?.question === question && running.tag === tag) return running.answer.promise;
      const request: Request = { name, given, now };
      const waiting = queue.get(question) ?? {
        question,
        tag,
        request,
        answer: Promise.withResolvers<Made>(),
      };
      queue.set(question, waiting);
      next();
      return waiting.answer.promise;
    },
    async close() {
      isClosed = true;
      const open = [...(running === null ? [] : [running]), ...queue.values()];
      queue.clear();
      running = null;
      for (const { answer } of open) {
        answer.reject(new ApiError("starting", "Candor is closing; ask again in a second"));
      }
      const last = thread;
      thread = null;
      await last?.terminate();
    },
  };
}

function threadOn(file: string): Thread {
  return new Worker(new URL("./reader-thread.ts", import.meta.url), { workerData: file });
}
