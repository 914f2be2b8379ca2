// Events as bytes: whatever an event says comes back, whatever came before it and in however many steps it was added.
import fc from "fast-check";
import { expect, test } from "vitest";
import { eventTypes, generations, methods } from "#shared/vocabulary.ts";
import type { ConsentEvent } from "../../server/fold/event.ts";
import {
  appended,
  countOf,
  type Dictionary,
  eventsIn,
  idsIn,
  PART_EVENTS,
} from "../../server/store/sqlite/event-codec.ts";

const HOUR_MS = 3_600_000;
const LAST_MS = 253_402_300_799_999;

/** Ids from a number on: of one byte, and of several. */
function dictionary(from: number): Dictionary {
  const ids = new Map<string, number>();
  const values = new Map<number, string>();
  return {
    idOf(field, value) {
      const key = `${field}|${value}`;
      const id = ids.get(key) ?? from + ids.size;
      ids.set(key, id);
      values.set(id, value);
      return id;
    },
    valueOf: (id) => values.get(id) ?? `no term ${id}`,
  };
}

const text = fc.constantFrom("a", "b", "c", "unknown", "none");
const number = (max: number) =>
  fc.option(fc.oneof(fc.constantFrom(0, 1, 127, 128, max), fc.nat(max)));
const ids = fc.oneof(
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  fc.uuid().map((id) => id.replaceAll("-", "")),
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef-"), minLength: 1, maxLength: 128 }),
  fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 128 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 128 }).filter((id) => [...id].length <= 128),
  fc.constant("\u{10FFFF}".repeat(128)),
);
const events: fc.Arbitrary<ConsentEvent> = fc.record({
  id: ids,
  type: fc.constantFrom(...eventTypes),
  at: fc.oneof(
    fc.integer({ min: 0, max: LAST_MS }),
    fc.integer({ min: 0, max: HOUR_MS }).map((ms) => Date.UTC(2026, 0, 1) + ms),
    fc.constantFrom(0, LAST_MS),
  ),
  purpose: text,
  notice: fc.option(text),
  channel: text,
  region: text,
  segment: text,
  locale: text,
  generation: fc.option(fc.constantFrom(...generations)),
  experiment: fc.option(text),
  variant: fc.option(text),
  method: fc.constantFrom(...methods),
  durationMs: number(86_400_000),
  steps: number(100),
  reason: fc.option(text),
  survey: fc.option(text),
  question: fc.option(text),
  scale: number(11),
  score: number(11),
});
const terms = fc.constantFrom(1, 120, 16_380, 2_097_100, 2 ** 31).map(dictionary);

test.each([
  ["fixed once", { seed: 3 }],
  ["never seen before", {}],
] as const)("what is packed comes back: events %s", (_, seed) => {
  const histories = fc.array(fc.array(events, { minLength: 1 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(histories, terms, (steps, dictionary) => {
      let part: Buffer | null = null;
      for (const step of steps) part = appended(part, step, dictionary);
      const all = steps.flat();
      if (part === null) throw new Error("there is at least one step");
      expect(eventsIn(part, dictionary)).toEqual(all);
      expect(idsIn(part)).toEqual(all.map(({ id }) => id));
      expect(countOf(part)).toBe(all.length);
    }),
    { numRuns: 300, ...seed },
  );
});

test("an event like the one before takes little more than its id", () => {
  const terms = dictionary(1);
  const [first] = fc.sample(events, { numRuns: 1, seed: 1 });
  if (first === undefined) throw new Error("one was asked for");
  const plain = { reason: null, survey: null, question: null, scale: null, score: null, steps: 2 };
  const one = { ...first, ...plain, durationMs: 6000, at: 0, id: crypto.randomUUID() };
  const list = Array.from({ length: PART_EVENTS }, (_, i) => ({ ...one, at: i * 24 * HOUR_MS }));
  expect(appended(null, list, terms).length / PART_EVENTS).toBeLessThan(26);
});
