import { expect, test } from "vitest";
import { generate, generateByPerson, idOf, jsonOf, LAST_DAY } from "../../../bench/generate.ts";
import { eventTypes } from "../../../bench/world.ts";
import { eventNormalizer } from "../../../server/ingest/normalize.ts";

const COUNT = 10_000;
const DAYS = 400;
const events = [...generate(COUNT, DAYS)].flat();

test("gives as many events as asked for, over so many days, in the order of their time", () => {
  expect(events).toHaveLength(COUNT);
  expect(events).toEqual(events.toSorted((a, b) => a.at - b.at));
  const days = new Set(events.map(({ day }) => day));
  expect(days.size).toBeGreaterThan(DAYS * 0.8);
  for (const day of days) expect(LAST_DAY - day).toBeLessThan(DAYS);
});

test("gives the same events every time", () => {
  expect([...generate(COUNT, DAYS)].flat()).toEqual(events);
});

test("gives the same events person by person, and those after the last one", () => {
  const all = [...generateByPerson(COUNT, DAYS)];
  for (const [own, ...others] of all)
    expect(others.every(({ subject }) => subject === own?.subject)).toBe(true);
  const byTime = all.flat().toSorted((a, b) => a.at - b.at || (idOf(a) < idOf(b) ? -1 : 1));
  const expected = events.toSorted((a, b) => a.at - b.at || (idOf(a) < idOf(b) ? -1 : 1));
  expect(byTime.slice(0, COUNT)).toEqual(expected);
  expect(byTime.slice(COUNT).every(({ at }) => at >= (events.at(-1)?.at ?? 0))).toBe(true);
});

test("gives every event an id of its own", () => {
  expect(new Set(events.map(idOf)).size).toBe(COUNT);
});

test("gives events that the intake takes", () => {
  const normalize = eventNormalizer(() => (LAST_DAY + 1) * 86_400_000);
  for (const event of events)
    expect(normalize(JSON.parse(jsonOf(event)))).not.toHaveProperty("fault");
});

// What the competitors' SQL relies on: it counts raw events, and no windows over them.
test("lets nobody decide twice under a notice, or be asked while consenting", () => {
  const decided = new Set<string>();
  const consenting = new Set<string>();
  for (const { type, subject, purpose, notice } of events) {
    const pair = `${subject} ${purpose}`;
    switch (eventTypes[type]) {
      case "prompt_shown":
        expect(consenting).not.toContain(pair);
        break;
      case "granted":
      case "declined":
        expect(decided).not.toContain(`${pair} ${notice}`);
        decided.add(`${pair} ${notice}`);
        if (eventTypes[type] === "granted") consenting.add(pair);
        break;
      case "withdrawn":
        expect(consenting).toContain(pair);
        consenting.delete(pair);
    }
  }
  expect(decided.size).toBeGreaterThan(0);
});
