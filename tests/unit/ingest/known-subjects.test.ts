import { describe, expect, test } from "vitest";
import { SubjectFold } from "../../../server/fold/fold.ts";
import { KnownSubjects } from "../../../server/ingest/known-subjects.ts";
import { event } from "../../support/fold-events.ts";

const dayOf = (at: number): number => Math.floor(at / 86_400_000);
const withEvents = (n: number) => ({
  id: n,
  erasedAt: null,
  fold: new SubjectFold(
    Array.from({ length: n }, (_, i) => event("prompt_shown", i)),
    dayOf,
  ),
});

function knownOf(most: number): KnownSubjects {
  const known = new KnownSubjects({ leastEvents: 1, mostEvents: most });
  known.useDays(dayOf);
  return known;
}

test("subjects with short histories are not known", () => {
  const known = new KnownSubjects({ leastEvents: 3 });
  known.useDays(dayOf);
  known.keep("short", withEvents(2), 2);
  known.keep("long", withEvents(3), 3);
  expect(known.get("short")).toBeUndefined();
  expect(known.get("long")).toBeDefined();
});

describe("subjects are known", () => {
  test("as long as their histories and those that came later are few events", () => {
    const known = knownOf(10);
    for (let i = 0; i < 100; i += 1) known.keep(`s${i}`, withEvents(2), 2);
    const kept = Array.from({ length: 100 }, (_, i) => known.get(`s${i}`) !== undefined);
    expect(kept.slice(0, 90)).not.toContain(true);
    expect(kept.slice(95)).not.toContain(false);
  });

  test("even with a long history, until others come", () => {
    const known = knownOf(10);
    const long = withEvents(1000);
    known.keep("long", long, 1000);
    expect(known.get("long")).toBe(long);
    for (let i = 0; i < 20; i += 1) known.keep(`s${i}`, withEvents(1), 1);
    expect(known.get("long")).toBeUndefined();
  });

  test("as they were kept last", () => {
    const known = knownOf(10);
    const [before, after] = [withEvents(6), withEvents(7)];
    known.keep("one", before, 6);
    known.keep("other", withEvents(6), 6);
    known.keep("one", after, 1);
    expect(known.get("one")).toBe(after);
  });

  test("until they are forgotten, all are, or days are others", () => {
    const known = knownOf(10);
    const fill = () => {
      known.useDays(dayOf);
      for (const name of ["one", "two", "three"]) known.keep(name, withEvents(6), 6);
      known.keep("one", withEvents(7), 1);
    };
    fill();
    known.forget("one");
    expect(known.get("one")).toBeUndefined();
    expect(known.get("three")).toBeDefined();
    fill();
    known.clear();
    expect(known.get("three")).toBeUndefined();
    fill();
    known.useDays((at) => dayOf(at) + 1);
    expect(known.get("three")).toBeUndefined();
  });
});
