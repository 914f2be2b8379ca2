// Valid records read quickly are what the schema makes of them, and no others are taken.
import fc from "fast-check";
import { expect, test } from "vitest";
import { eventFields, eventSchemas } from "#shared/contract/event.ts";
import { eventTypes, generations, methods } from "#shared/vocabulary.ts";
import { pickFields } from "../../server/ingest/normalize.ts";
import { quickReaders } from "../../server/ingest/quick-read.ts";

const NOW = Date.UTC(2026, 2, 31, 12);
const schemas = eventSchemas(() => NOW);
const quick = quickReaders(schemas, () => NOW);

/** Right ones, and such as are nearly right. */
const slugs = ["ads", "a", "a_b-9", "a".repeat(64), "a".repeat(65), "Ads", "-a", "", " a", "a\n"];
const notices = ["v1", "2026.02_A-z", "V".repeat(64), ".v", "v 1", "v".repeat(65), ""];
const integers = [0, 1, 2, 5, 11, 12, 100, 101, 86_400_000, 86_400_001, -1, 1.5, -0, 1e300, "1"];
const instants = [
  "2026-03-01T09:12:33Z",
  "2026-03-01T09:12:33.120Z",
  "2026-03-01T09:12:33.1209Z",
  "2026-03-01T09:12:33+01:00",
  "2026-03-01t09:12:33z",
  "2026-02-29T09:12:33Z",
  "2024-02-29T09:12:33.999Z",
  "2026-04-31T00:00:00Z",
  "2026-13-01T00:00:00Z",
  "2026-00-01T00:00:00Z",
  "2026-03-00T00:00:00Z",
  "2026-03-01T24:00:00Z",
  "2026-03-01T23:59:60Z",
  "2026-03-01T23:60:00.000Z",
  "2026-03-01 23:59:59Z",
  "2026-03-01T23:59:59",
  "2026-03-01T23:59:59.12Z",
  "1999-12-31T23:59:59.999Z",
  "2000-01-01T00:00:00Z",
  "2026-04-01T12:00:00Z",
  "2026-04-01T12:00:00.001Z",
  "0099-01-01T00:00:00Z",
  "202é-03-01T09:12:33Z",
  "",
];
const texts = ["u-1", "", "x".repeat(128), "x".repeat(129), "😀".repeat(128), "😀".repeat(129)];
const strange = [null, true, [], {}, Number.NaN, "\ud800", "constructor", "__proto__"];

const values: Record<string, unknown[]> = {
  id: [...texts, "\ud800"],
  type: [...eventTypes, "Granted", 7],
  at: instants,
  subject: [...texts, "😀".repeat(256), "x".repeat(256), "x".repeat(257)],
  purpose: slugs,
  notice: notices,
  channel: slugs,
  region: ["DE", "US-ME", "US-", "de", "unknown", "USA", "US-ABCD", ""],
  segment: slugs,
  locale: ["en-US", "en-us", "EN", "x", "de-1996", "en_US", "i-klingon", "", "unknown"],
  birthYear: [1900, 1899, 1998, 2026, 2027, 1998.5, "1998"],
  generation: [...generations, "gen_y", 1998],
  experiment: slugs,
  variant: slugs,
  method: [...methods, "Explicit"],
  durationMs: integers,
  steps: integers,
  reason: slugs,
  survey: slugs,
  question: slugs,
  scale: integers,
  score: integers,
  utm_source: ["x"],
};

const names = Object.keys(values).filter((name) => name !== "type");
const anyOf = (name: string) => fc.constantFrom(...(values[name] ?? []), ...strange);
const change = fc
  .constantFrom(...names)
  .chain((name) => anyOf(name).map((value) => [name, value] as const));
/** Each field's first, right value, but for some that are absent and few that are others; in any order. */
const records = fc
  .tuple(
    fc.constantFrom(...eventTypes),
    fc.shuffledSubarray(names, { minLength: names.length - 3 }),
    fc.constantFrom("birthYear", "generation"),
    fc.array(change, { maxLength: 3 }),
  )
  .map(([type, order, without, changes]) => {
    const there = order.filter((name) => name !== without);
    const right = there.map((name) => [name, name === "score" ? 1 : values[name]?.[0]] as const);
    return { ...Object.fromEntries([...right, ...changes]), type };
  });

/** Without what is absent; -0 is 0 to everybody. */
const given = (fields: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, value === 0 ? 0 : value]),
  );

test.each([
  ["fixed once", { seed: 11 }],
  ["never seen before", {}],
] as const)("nothing is read quickly but as the schema reads it: records %s", (_, seed) => {
  let taken = 0;
  let valid = 0;
  fc.assert(
    fc.property(records, (record) => {
      const { known, ignored } = pickFields(record, eventFields[record.type]);
      const parsed = schemas[record.type].safeParse(known);
      const read = quick[record.type](record);
      if (parsed.success) valid += 1;
      if (read === null) return;
      taken += 1;
      expect(read.ignored).toEqual(ignored);
      expect(given(read.parsed)).toEqual(given(parsed.data ?? {}));
    }),
    { numRuns: 5000, ...seed },
  );
  // All that is valid is read quickly: that is what it is for.
  expect(taken).toBe(valid);
  expect(valid).toBeGreaterThan(300);
});

test.each(Object.entries(values))("each value of a field alone: %s", (name, alternatives) => {
  const right = Object.fromEntries(
    Object.entries(values)
      .filter(([field]) => field !== "birthYear")
      .map(([field, [first]]) => [field, first] as const),
  );
  for (const type of eventTypes) {
    const base = { ...right, score: 1, type };
    for (const value of [...alternatives, ...strange, undefined]) {
      for (const among of [base, { ...base, scale: 2 }, { ...base, generation: null }]) {
        const record = given({ ...among, [name]: value, type });
        const { known, ignored } = pickFields(record, eventFields[type]);
        const parsed = schemas[type].safeParse(known);
        const read = quick[type](record);
        const expected = parsed.success ? { parsed: given(parsed.data), ignored } : null;
        expect(read && { ...read, parsed: given(read.parsed) }).toEqual(expected);
      }
    }
  }
});
