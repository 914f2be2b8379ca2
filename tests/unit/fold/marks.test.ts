// What exposures and decisions leave out: repeats, what no prompt came before, decisions under a later notice.
import { describe, expect, test } from "vitest";
import { event, factsOfKind } from "../../support/fold-events.ts";

const at = (hour: number): string => `2026-03-02T${String(hour).padStart(2, "0")}:00:00Z`;
const outcomes = (kind: "repeat" | "unprompted" | "redecision", all: ReturnType<typeof event>[]) =>
  factsOfKind(kind, all).map(({ outcome, n = 1 }) => [outcome, n]);

describe("a repeat", () => {
  test("is every prompt and choice beyond the first under its notice, dismissals aside", () => {
    const all = [
      event("prompt_shown", at(1)),
      event("prompt_shown", at(2)),
      event("dismissed", at(3)),
      event("dismissed", at(4)),
      event("granted", at(5)),
      event("withdrawn", at(6), { notice: "n1" }),
      event("granted", at(7)),
      event("declined", at(8)),
      event("prompt_shown", at(9), { notice: "n2" }),
      event("declined", at(10), { notice: "n2" }),
    ];
    expect(outcomes("repeat", all)).toEqual([
      ["prompt_shown", 1],
      ["granted", 1],
      ["declined", 1],
    ]);
  });

  test("has its own day, dimensions and method, and the experiment of its exposure", () => {
    const all = [
      event("prompt_shown", at(1), { experiment: "wording", variant: "plain" }),
      event("granted", at(2)),
      event("declined", "2026-03-05T01:00:00Z", { channel: "ios", method: "signal" }),
    ];
    expect(factsOfKind("repeat", all)).toEqual([
      expect.objectContaining({
        day: "2026-03-05",
        channel: "ios",
        method: "signal",
        experiment: "wording",
        variant: "plain",
        outcome: "declined",
      }),
    ]);
  });

  test("is no grant that is not consent", () => {
    const all = [event("granted", at(1)), event("granted", at(2), { method: "implicit" })];
    expect(outcomes("repeat", all)).toEqual([]);
  });
});

describe("unprompted", () => {
  test("is an exposure that no prompt began, told by what did", () => {
    for (const type of ["granted", "declined", "dismissed"] as const) {
      expect(outcomes("unprompted", [event(type, at(1))])).toEqual([[type, 1]]);
    }
    const prompted = [event("prompt_shown", at(1)), event("granted", at(2))];
    expect(outcomes("unprompted", prompted)).toEqual([]);
  });

  test("is a later grant, too, as long as there is no prompt", () => {
    const before = [event("dismissed", at(1)), event("granted", at(2)), event("declined", at(3))];
    expect(outcomes("unprompted", before)).toEqual([
      ["dismissed", 1],
      ["granted_later", 1],
    ]);
    const all = [event("dismissed", at(1)), event("prompt_shown", at(2)), event("granted", at(3))];
    expect(outcomes("unprompted", all)).toEqual([["dismissed", 1]]);
  });
});

describe("a redecision", () => {
  test("is a first choice under another notice, of somebody who had decided for the purpose", () => {
    const all = [
      event("granted", at(1), { notice: "n1" }),
      event("declined", at(2), { notice: "n2" }),
      event("granted", at(3), { notice: "n2" }),
      event("granted", at(4), { notice: "n1", purpose: "email" }),
    ];
    expect(outcomes("redecision", all)).toEqual([["declined", 1]]);
  });
});
