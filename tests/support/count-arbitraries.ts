// Count records for fast-check, no two of the same key.
import fc from "fast-check";

const flows = fc
  .record({
    source: fc.constantFrom("cmp", "app"),
    day: fc.constantFrom("2026-03-01", "2026-03-02", "2026-03-24", "2026-04-04", "2026-04-05"),
    channel: fc.constantFrom("web", "unknown"),
    granted: fc.nat(20),
    declined: fc.nat(20),
    none: fc.nat(20),
    withdrawn: fc.nat(5),
    inForce: fc.nat(99),
    left: fc.nat(20),
  })
  .map(({ none, left, ...record }) => ({
    ...record,
    purpose: "ads",
    shown: record.granted + record.declined + none,
    asked: record.inForce + left,
  }));

const scores = fc
  .record({
    source: fc.constantFrom("cmp", "app"),
    day: fc.constantFrom("2026-03-01", "2026-04-04"),
    question: fc.constantFrom("trust", "understanding"),
    scores: fc.array(fc.nat(9), { minLength: 3, maxLength: 5 }),
  })
  .map((record) => ({ ...record, survey: "tracker", scale: record.scores.length }));

/** What tells records apart: everything but their numbers. */
function keyOf(record: object): string {
  const { source, day, channel, question } = record as Record<string, string | undefined>;
  return JSON.stringify([source, day, channel, question]);
}

export const countRecords: fc.Arbitrary<object[]> = fc.uniqueArray<object, string>(
  fc.oneof(flows, scores),
  { maxLength: 6, selector: keyOf },
);
