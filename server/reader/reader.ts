/** The reader as the rest of the server sees it: questions go to its thread one at a time, answers come back as promises. */
import { Worker } from "node:worker_threads";
import { ApiError } from "../http/errors.ts";
import {
  type Made,
  OPENED,
  type QuestionName,
  type Questions,
  type Reply,
  type Request,
} from "./questions.ts";

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

interface Running {
  thread: Thread;
  /** Settles when it has opened its store, or has died: ended before, a thread takes the process with it. */
  opened: PromiseWithResolvers<void>;
}

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
  let current: Running | null = null;
  let isClosed = false;

  function next(): void {
    const [first] = queue.values();
    if (running !== null || first === undefined) return;
    queue.delete(first.question);
    running = first;
    current ??= started();
    current.thread.postMessage(first.request);
  }

  function started(): Running {
    const thread = start();
    const one = { thread, opened: Promise.withResolvers<void>() };
    thread.on("message", (said: Reply | typeof OPENED) => {
      if (said === OPENED) {
        one.opened.resolve();
        return;
      }
      const asked = running;
      running = null;
      if ("made" in said) asked?.answer.resolve(said.made);
      else asked?.answer.reject(new ApiError(said.problem.code, said.problem.detail));
      next();
    });
    thread.on("error", (error) => ended(one, error.stack ?? error.message));
    thread.on("exit", () => ended(one, "the thread that reads has ended"));
    return one;
  }

  /** What it was at may be what killed it; the others are asked of a new one. */
  function ended(one: Running, reason: string): void {
    one.opened.resolve();
    if (current !== one) return;
    current = null;
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
      const last = current;
      current = null;
      await last?.opened.promise;
      await last?.thread.terminate();
    },
  };
}

function threadOn(file: string): Thread {
  return new Worker(new URL("./reader-thread.ts", import.meta.url), { workerData: file });
}
