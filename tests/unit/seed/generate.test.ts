import { describe, expect, test } from "vitest";
import { type GenerateOptions, generateSubjects } from "../../../seed/generate.ts";
import { datedChanges, datedExperiments, datedNotices } from "../../../seed/worlds/dates.ts";
import { demoWorld } from "../../../seed/worlds/demo.ts";

const small: GenerateOptions = { seed: 3, until: "2026-08-31", days: 548, subjects: 60 };

function generate(options: Partial<GenerateOptions> = {}) {
  return [...generateSubjects(demoWorld, { ...small, ...options })];
}

function seen(options: Partial<GenerateOptions>, field: "purpose" | "channel" | "generation") {
  const found = generate(options)
    .flat()
    .flatMap((event) => event[field] ?? []);
  return new Set<string>(found);
}

describe("generating a world", () => {
  test("the same seed gives the same bytes, another seed others", () => {
    expect(JSON.stringify(generate())).toBe(JSON.stringify(generate()));
    expect(JSON.stringify(generate({ seed: 4 }))).not.toBe(JSON.stringify(generate()));
  });

  test("a subject alone is the same as in the whole", () => {
    expect(generate({ from: 42, subjects: 1 })[0]).toEqual(generate()[42]);
    expect(generate({ from: 40, subjects: 5 })).toEqual(generate().slice(40, 45));
  });

  test("there is one array a subject", () => {
    const subjects = generate();
    expect(subjects).toHaveLength(60);
    for (const [number, events] of subjects.entries()) {
      const name = `demo-${String(number).padStart(5, "0")}`;
      for (const event of events) expect(event.subject).toBe(name);
    }
  });

  test.each([120, 30, 7])("all events of %i days lie within them", (days) => {
    const first = Date.parse("2026-09-01") - days * 86_400_000;
    const events = generate({ days, subjects: 200 }).flat();
    expect(events.length).toBeGreaterThan(200);
    for (const event of events) {
      expect(Date.parse(event.at)).toBeGreaterThanOrEqual(first);
      expect(event.at < "2026-09-01").toBe(true);
    }
  });

  test("whichever day of the week is the last, the same people do the same on the days before", () => {
    const upTo = (until: string) =>
      generate({ until })
        .flat()
        .filter(({ at }) => at < "2026-08-27")
        // Which event tells a person's age hangs on how many there are.
        .map(({ birthYear: _, generation: __, ...event }) => event);
    expect(upTo("2026-08-26").length).toBeGreaterThan(300);
    expect(upTo("2026-08-26")).toEqual(upTo("2026-09-01"));
  });

  test("a small world still has every purpose, channel and generation", () => {
    const size = { days: 120, subjects: 500 };
    expect([...seen(size, "channel")].sort()).toEqual(["android", "ios", "web"]);
    expect([...seen(size, "purpose")].sort()).toEqual(
      Object.keys(demoWorld.asking.purposes).sort(),
    );
    expect([...seen(size, "generation")].sort()).toEqual(
      Object.keys(demoWorld.people.generations).sort(),
    );
  });

  test("a day that is no date is refused", () => {
    expect(() => generate({ until: "2026-02-30" })).toThrow("not a calendar day: 2026-02-30");
  });
});

describe("the calendar of a world", () => {
  const lastDays = ["2026-08-31", "2026-09-01", "2026-09-06", "2027-01-01", "2028-02-29"];

  test.each(lastDays)("up to %s every change has its quiet weeks", (until) => {
    const weeks = datedChanges(demoWorld, until).map(({ firstDay }) => (firstDay + 2) / 7);
    for (const week of weeks) expect(Number.isInteger(week)).toBe(true);
    const start = (Date.parse(until) / 86_400_000 - demoWorld.days + 1 + 2) / 7;
    const gaps = weeks.map((week, index) => week - (weeks[index - 1] ?? start));
    for (const gap of gaps.slice(0, -1)) expect(gap).toBeGreaterThanOrEqual(12);
    // Eight whole weeks after the last but one; two or three after the last.
    expect(gaps.at(-1)).toBeGreaterThanOrEqual(9);
    const end = Date.parse(until) / 86_400_000;
    const recent = end - (datedChanges(demoWorld, until).at(-1)?.firstDay ?? 0);
    expect(recent).toBeGreaterThanOrEqual(14);
    expect(recent).toBeLessThanOrEqual(21);
  });

  test.each(lastDays)(
    "up to %s notices have ids of their own, and changes name theirs",
    (until) => {
      const notices = datedNotices(demoWorld, until);
      expect(new Set(notices.map(({ id }) => id)).size).toBe(6);
      for (const { id } of notices) expect(id).toMatch(/^\d{4}-\d{2}$/);
      for (const change of datedChanges(demoWorld, until)) {
        expect(change.notice !== null).toBe(change.withNotice);
      }
      for (const { firstDay, lastDay } of datedExperiments(demoWorld, until)) {
        expect(lastDay - firstDay + 1).toBe(42);
      }
    },
  );
});
