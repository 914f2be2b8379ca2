// The reader's queue, before a thread that the test answers for: who shares an answer, and what a death leaves.
import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { type Made, OPENED, type Reply, type Request } from "../../../server/reader/questions.ts";
import { openReader } from "../../../server/reader/reader.ts";

class Thread extends EventEmitter {
  readonly asked: Request[] = [];
  ended = false;
  postMessage(request: Request): void {
    this.asked.push(request);
  }
  async terminate(): Promise<number> {
    this.ended = true;
    return 0;
  }
  reply(reply: Reply): void {
    this.emit("message", reply);
  }
}

const made = (body: string): Reply => ({ made: { body, version: [1], language: null, found: [] } });
const bodyOf = async (answer: Promise<Made>) => (await answer).body;

function opened() {
  const threads: Thread[] = [];
  const reader = openReader("", () => {
    const thread = new Thread();
    threads.push(thread);
    return thread as never;
  });
  const thread = (at = 0): Thread => {
    const one = threads[at];
    if (one === undefined) throw new Error("no thread was started");
    return one;
  };
  return { reader, threads, thread };
}

const english = { language: "en" } as const;

test("starts no thread before the first question", () => {
  const { reader, threads } = opened();
  expect(threads).toHaveLength(0);
  void reader.ask("flags", english, "a", 5);
  expect(threads).toHaveLength(1);
  expect(threads[0]?.asked).toEqual([{ name: "flags", given: english, now: 5 }]);
});

test("asks one question at a time, in their order", async () => {
  const { reader, thread } = opened();
  const both = [reader.ask("flags", english, "a", 0), reader.ask("learned", {}, "a", 0)].map(
    bodyOf,
  );
  expect(thread().asked.map(({ name }) => name)).toEqual(["flags"]);
  thread().reply(made("flags"));
  expect(thread().asked.map(({ name }) => name)).toEqual(["flags", "learned"]);
  thread().reply(made("learned"));
  expect(await Promise.all(both)).toEqual(["flags", "learned"]);
});

test("the same question in the same state shares the answer that is being made", async () => {
  const { reader, thread } = opened();
  const both = [reader.ask("flags", english, "a", 0), reader.ask("flags", english, "a", 9)].map(
    bodyOf,
  );
  thread().reply(made("once"));
  expect(await Promise.all(both)).toEqual(["once", "once"]);
  expect(thread().asked).toHaveLength(1);
});

test("in a later state it is asked once more for all who wait: nobody gets what was before their writes", async () => {
  const { reader, thread } = opened();
  const answers = ["a", "b", "c"].map((tag) => bodyOf(reader.ask("flags", english, tag, 0)));
  thread().reply(made("before"));
  thread().reply(made("after"));
  expect(await Promise.all(answers)).toEqual(["before", "after", "after"]);
  expect(thread().asked).toHaveLength(2);
});

test("what goes wrong comes back as a problem, and the next question is asked", async () => {
  const { reader, thread } = opened();
  const [wrong, right] = [reader.ask("flags", english, "a", 0), reader.ask("learned", {}, "a", 0)];
  thread().reply({ problem: { code: "not_found", detail: "gone" } });
  await expect(wrong).rejects.toMatchObject({ code: "not_found", message: "gone" });
  thread().reply(made("learned"));
  expect(await bodyOf(right)).toBe("learned");
});

test("a thread that dies takes one question with it; the others are asked of a new one", async () => {
  const { reader, threads, thread } = opened();
  const [lost, kept] = [reader.ask("flags", english, "a", 0), reader.ask("learned", {}, "a", 0)];
  thread().emit("error", new Error("out of memory"));
  thread().emit("exit", 1);
  await expect(lost).rejects.toMatchObject({ code: "internal_error" });
  expect(threads).toHaveLength(2);
  thread(1).reply(made("learned"));
  expect(await bodyOf(kept)).toBe("learned");
});

test("once closed, it refuses what waits and what comes", async () => {
  const { reader, thread } = opened();
  const waiting = [reader.ask("flags", english, "a", 0), reader.ask("learned", {}, "a", 0)];
  const all = Promise.allSettled(waiting);
  thread().emit("message", OPENED);
  await reader.close();
  expect((await all).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(thread().ended).toBe(true);
  await expect(reader.ask("flags", english, "a", 0)).rejects.toMatchObject({
    code: "starting",
  });
});

test.each([
  ["has opened its store", (thread: Thread) => thread.emit("message", OPENED)],
  ["has died of it", (thread: Thread) => thread.emit("error", new Error("no such file"))],
])("ends no thread before it %s", async (_, settle) => {
  const { reader, thread } = opened();
  const asked = Promise.allSettled([reader.ask("flags", english, "a", 0)]);
  const closed = reader.close();
  await asked;
  expect(thread().ended).toBe(false);
  settle(thread());
  await closed;
  expect(thread().ended).toBe(true);
});
