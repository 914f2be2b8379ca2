import { describe, expect, it } from "vitest";
import { english } from "../../../server/verdicts/words-en.ts";

describe("numbers in sentences", () => {
  it.each([
    [0.0004, /\(less than 1 % of repeated answers\)/],
    [0.9996, /\(more than 99 % of repeated answers\)/],
    [0.126, /\(13 % of repeated answers\)/],
    [1, /\(100 % of repeated answers\)/],
  ])("a share of %d is neither nothing nor all unless it is", (share, text) => {
    expect(english.reason.same_people({ code: "same_people", share })).toMatch(text);
  });

  it.each([
    [0.000_04, /\(p < 0\.001\)/],
    [0.0123, /\(p = 0\.012\)/],
  ])("a p of %d is never written as 0", (p, text) => {
    expect(english.reason.leads_differ({ code: "leads_differ", metric: "trust", p })).toMatch(text);
  });
});
