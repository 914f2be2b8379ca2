// The writer's spare time: what begins, when, and that nothing goes on after it was stopped.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SpareTime } from "../../../server/writer/spare-time.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Three steps a time; what was done is told as `now/step`. */
function observed() {
  const done: string[] = [];
  const spareTime = new SpareTime(
    function* (now) {
      for (const step of [1, 2, 3]) {
        done.push(`${now}/${step}`);
        yield;
      }
    },
    () => {
      done.push("idle");
      return true;
    },
  );
  return { done, spareTime };
}

test("steps come one at a time, and the rest when nothing was written for a while", () => {
  const { done, spareTime } = observed();
  spareTime.begin(7);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(20);
  expect(done).toEqual(["7/1"]);
  vi.advanceTimersByTime(60);
  expect(done).toEqual(["7/1", "7/2", "7/3"]);
  vi.advanceTimersByTime(1000);
  expect(done.at(-1)).toBe("idle");
});

test("what begins while steps are taken comes after them", () => {
  const { done, spareTime } = observed();
  spareTime.begin(1);
  vi.advanceTimersByTime(20);
  spareTime.begin(2);
  vi.advanceTimersByTime(200);
  expect(done).toEqual(["1/1", "1/2", "1/3", "2/1", "2/2", "2/3"]);
});

test("nothing goes on after it was stopped, even if it began twice before its first step", () => {
  const { done, spareTime } = observed();
  spareTime.begin(1);
  spareTime.begin(2);
  spareTime.written();
  spareTime.stop();
  vi.advanceTimersByTime(10_000);
  expect(done).toEqual([]);
});
