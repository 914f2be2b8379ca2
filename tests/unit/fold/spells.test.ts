// Rules 4 and 5: stretches of consent, and how long they are.
import { describe, expect, test } from "vitest";
import { event, factsOf, factsOfKind, valuesOf } from "../../support/fold-events.ts";

const T0 = Date.parse("2026-03-02T10:00:00Z");
const DAY = 86_400_000;
const OPEN = -1;

describe("rule 4: a spell", () => {
  test("is opened by a grant outside one, with the dimensions of that grant", () => {
    const shown = event("prompt_shown", T0, { channel: "web" });
    const granted = event("granted", T0 + DAY, {
      channel: "ios",
      region: "DE",
      segment: "premium",
      locale: "de",
    });
    expect(factsOfKind("spell", [shown, granted])).toEqual([
      expect.objectContaining({
        day: "2026-03-03",
        x: OPEN,
        notice: "n1",
        channel: "ios",
        region: "DE",
        segment: "premium",
        locale: "de",
      }),
    ]);
  });

  test("takes its experiment from the exposure under the grant's notice where the grant states none", () => {
    const shown = event("prompt_shown", T0, { experiment: "wording", variant: "plain" });
    const granted = event("granted", T0 + 1);
    expect(valuesOf("experiment", "spell", [shown, granted])).toEqual(["wording"]);
    const elsewhere = event("granted", T0 + 1, { notice: "n2" });
    expect(valuesOf("experiment", "spell", [shown, elsewhere])).toEqual(["none"]);
  });

  test("is not changed by a grant inside it", () => {
    const all = [
      event("granted", T0, { channel: "web" }),
      event("granted", T0 + DAY, { channel: "ios", notice: "n2" }),
    ];
    expect(factsOfKind("spell", all)).toEqual([
      expect.objectContaining({ day: "2026-03-02", channel: "web", notice: "n1" }),
    ]);
  });

  test.each(["withdrawn", "declined"] as const)("is closed by a %s inside it", (type) => {
    const all = [event("granted", T0), event(type, T0 + 2 * DAY, { method: "assisted" })];
    expect(factsOfKind("closed", all)).toEqual([
      expect.objectContaining({ day: "2026-03-04", method: "assisted", reason: "none" }),
    ]);
    expect(valuesOf("x", "spell", all)).toEqual([2]);
  });

  test("keeps its own dimensions in its closing, whatever notice or channel the withdrawal states", () => {
    const granted = event("granted", T0, { channel: "web" });
    const withdrawn = event("withdrawn", T0 + DAY, {
      notice: "n9",
      channel: "email",
      reason: "no_benefit",
    });
    expect(factsOfKind("closed", [granted, withdrawn])).toEqual([
      expect.objectContaining({ notice: "n1", channel: "web", reason: "no_benefit" }),
    ]);
  });

  test("a decline under another notice closes it, and is that notice's decision as well", () => {
    const all = [event("granted", T0), event("declined", T0 + DAY, { notice: "n2" })];
    expect(valuesOf("notice", "closed", all)).toEqual(["n1"]);
    expect(valuesOf("outcome", "decision", all)).toEqual(["granted", "declined"]);
  });

  test("a later decline under the same notice closes it without being a decision", () => {
    const all = [event("granted", T0), event("declined", T0 + DAY)];
    expect(factsOfKind("closed", all)).toHaveLength(1);
    expect(valuesOf("outcome", "decision", all)).toEqual(["granted"]);
  });

  test("a withdrawal outside one is orphaned, with its own dimensions; a decline is not", () => {
    const all = [
      event("withdrawn", T0, { channel: "email", reason: "other" }),
      event("declined", T0 + 1),
      event("withdrawn", T0 + 2),
    ];
    expect(factsOfKind("orphan", all)).toEqual([
      expect.objectContaining({ channel: "email", notice: "none", reason: "other" }),
      expect.objectContaining({ channel: "web", reason: "none" }),
    ]);
    expect(factsOfKind("closed", all)).toEqual([]);
  });

  test("a grant after the closing opens another, also in the same millisecond", () => {
    const all = [
      event("granted", T0, { id: "a" }),
      event("withdrawn", T0, { id: "b" }),
      event("granted", T0, { id: "c" }),
    ];
    expect(valuesOf("x", "spell", all)).toEqual([0, OPEN]);
  });

  test("belongs to one purpose: a withdrawal for another does not close it", () => {
    const all = [event("granted", T0), event("withdrawn", T0 + 1, { purpose: "email" })];
    expect(valuesOf("x", "spell", all)).toEqual([OPEN]);
    expect(valuesOf("purpose", "orphan", all)).toEqual(["email"]);
  });

  test.each(["prompt_shown", "dismissed", "withdrawal_started", "survey_answered"] as const)(
    "is not closed by a %s",
    (type) => {
      const all = [event("granted", T0), event(type, T0 + DAY)];
      expect(valuesOf("x", "spell", all)).toEqual([OPEN]);
    },
  );

  test("covers its person under the dimensions of the first exposure for the purpose", () => {
    const all = [
      event("prompt_shown", T0, { channel: "email" }),
      event("granted", T0 + DAY, { notice: "n2", channel: "ios" }),
      event("withdrawn", T0 + 3 * DAY),
    ];
    expect(factsOfKind("covered", all)).toEqual([
      expect.objectContaining({ day: "2026-03-03", notice: "n1", channel: "email" }),
    ]);
    expect(factsOfKind("uncovered", all)).toEqual([
      expect.objectContaining({ day: "2026-03-05", notice: "n1", channel: "email" }),
    ]);
  });
});

describe("rule 5: the length of a spell", () => {
  const lengthIn = (zone: string, granted: string, withdrawn: string): unknown[] =>
    valuesOf("x", "spell", [event("granted", granted), event("withdrawn", withdrawn)], zone);

  test("is 0 on the same calendar day, and 1 a minute later over midnight", () => {
    expect(lengthIn("UTC", "2026-03-02T00:00:00Z", "2026-03-02T23:59:59.999Z")).toEqual([0]);
    expect(lengthIn("UTC", "2026-03-02T23:59:30Z", "2026-03-03T00:00:30Z")).toEqual([1]);
  });

  test("counts the calendar days of the reporting zone", () => {
    const [granted, withdrawn] = ["2026-03-02T23:30:00Z", "2026-03-03T00:30:00Z"];
    expect(lengthIn("UTC", granted, withdrawn)).toEqual([1]);
    expect(lengthIn("Europe/Berlin", granted, withdrawn)).toEqual([0]);
  });

  test("is one day over the 23 hours on which Berlin's clocks go forward", () => {
    const granted = "2026-03-29T00:30:00+01:00";
    expect(lengthIn("Europe/Berlin", granted, "2026-03-29T23:30:00+02:00")).toEqual([0]);
    expect(lengthIn("Europe/Berlin", granted, "2026-03-30T00:30:00+02:00")).toEqual([1]);
  });

  test("is none over the 25 hours on which Berlin's clocks go back", () => {
    const granted = "2026-10-25T00:15:00+02:00";
    expect(lengthIn("Europe/Berlin", granted, "2026-10-25T23:45:00+01:00")).toEqual([0]);
    expect(lengthIn("Europe/Berlin", granted, "2026-10-26T00:15:00+01:00")).toEqual([1]);
  });

  test("is never below 0, even where clocks go back over midnight", () => {
    const all = [
      event("granted", "2006-10-29T00:00:30-03:00"),
      event("withdrawn", "2006-10-28T23:10:00-04:00"),
    ];
    const facts = factsOf(all, "America/Moncton");
    expect(facts).toContainEqual(
      expect.objectContaining({ kind: "spell", day: "2006-10-29", x: 0 }),
    );
    expect(facts).toContainEqual(expect.objectContaining({ kind: "closed", day: "2006-10-29" }));
  });
});
