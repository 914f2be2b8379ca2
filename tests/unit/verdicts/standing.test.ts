import { describe, expect, it } from "vitest";
import type { Trend } from "#shared/contract/metric.ts";
import { standingOf } from "../../../server/verdicts/standing.ts";

function standing(trends: Record<string, Trend>, empty = false) {
  const outcomes = ["understanding", "trust", "opt_in_yield", "early_withdrawal_rate"];
  return standingOf(
    outcomes.map((metric) => ({ metric, trend: trends[metric] ?? "unclear" })),
    empty,
  );
}

describe("how trust stands", () => {
  it("is nothing to tell in an empty range", () => {
    expect(standing({ trust: "better" }, true).code).toBe("no_data");
  });

  it("is not told by what people do alone", () => {
    const silent = { understanding: "unknown", trust: "unknown", opt_in_yield: "better" } as const;
    expect(standing(silent).code).toBe("not_enough_data");
  });

  it("grows when people say so and nothing got worse", () => {
    expect(standing({ trust: "better" })).toEqual({
      code: "growing",
      better: ["trust"],
      worse: [],
    });
  });

  it("grows at a price when something else got worse", () => {
    const trends = { understanding: "better", early_withdrawal_rate: "worse" } as const;
    expect(standing(trends).code).toBe("growing_at_a_price");
  });

  it("is suspect when more opt in and fewer understand, whatever else is better", () => {
    const trends = { opt_in_yield: "better", understanding: "worse", trust: "better" } as const;
    expect(standing(trends).code).toBe("opt_in_without_understanding");
  });

  it("slips when something got worse and people say nothing better", () => {
    expect(standing({ opt_in_yield: "worse" }).code).toBe("slipping");
    expect(standing({ opt_in_yield: "better", early_withdrawal_rate: "worse" }).code).toBe(
      "slipping",
    );
  });

  it("is steady when nothing moved for certain, or only the opt-in did", () => {
    expect(standing({}).code).toBe("steady");
    expect(standing({ opt_in_yield: "better" }).code).toBe("steady");
  });
});
