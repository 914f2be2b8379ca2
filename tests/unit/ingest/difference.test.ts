// A late event changes what follows from it, and nothing else is taken back and put again.
import { expect, test } from "vitest";
import type { ConsentEvent } from "../../../server/fold/event.ts";
import { accumulate, sinkInto } from "../../../server/fold/facts.ts";
import { fold } from "../../../server/fold/fold.ts";
import { addDifference } from "../../../server/ingest/difference.ts";
import { event } from "../../support/fold-events.ts";

const dayOf = (at: number): number => Math.floor(at / 86_400_000);
const life = [
  event("prompt_shown", "2026-03-01T10:00:00Z"),
  event("granted", "2026-03-01T10:05:00Z", { durationMs: 4000, steps: 2 }),
  event("survey_answered", "2026-03-10T10:00:00Z"),
  event("withdrawal_started", "2026-04-01T10:00:00Z"),
  event("withdrawn", "2026-04-01T10:02:00Z", { durationMs: 9000, steps: 3 }),
  event("prompt_shown", "2026-05-01T10:00:00Z", { notice: "n2" }),
  event("declined", "2026-05-01T10:01:00Z", { notice: "n2" }),
];

test.each(life.map((late) => [late.type, late] as const))("late: %s, %o", (_, late) => {
  const before = life.filter((one) => one !== late);
  const changes = changesBy(late, before);
  const expected = fold([...before, late], dayOf);
  accumulate(expected, fold(before, dayOf), -1);
  expect(changes.sums).toEqual(expected);
  expect(changes.calls).toBe(expected.size);
});

function changesBy(late: ConsentEvent, before: readonly ConsentEvent[]) {
  const sums = new Map<string, number>();
  const sink = sinkInto(sums);
  let calls = 0;
  const counting = {
    take(...fact: Parameters<typeof sink.take>): void {
      calls += 1;
      sink.take(...fact);
    },
  };
  addDifference(counting, null, () => before, [late], dayOf);
  return { sums, calls };
}
