// The table of verdicts, line by line.
import { describe, expect, test } from "vitest";
import type { VerdictOutcome } from "#shared/contract/verdict.ts";
import { type Decidable, decide, isNotWorse, movedOf } from "../../../server/verdicts/decide.ts";

type Moved = "rose" | "fell" | "flat" | "unsure" | "absent";

/** Effects of twice the size that matters, told well; `flat` is told to be nothing, `unsure` nothing at all. */
function outcome(metric: VerdictOutcome, moved: Moved, before = 0.5): Decidable {
  const size = metric === "early_withdrawal_rate" ? 0.01 : 0.03;
  const effect = { rose: 2, fell: -2, flat: 0, unsure: 0, absent: 0 }[moved] * size;
  const reach = moved === "unsure" ? 3 * size : 0.5 * size;
  return {
    metric,
    size,
    measured: moved !== "absent",
    effect: moved === "absent" ? null : effect,
    low90: moved === "absent" ? null : effect - reach,
    high90: moved === "absent" ? null : effect + reach,
    pAdjusted: moved === "absent" ? null : moved === "rose" || moved === "fell" ? 0.001 : 0.8,
    before,
    contradicted: false,
  };
}

function verdictOf(understanding: Moved, trust: Moved, optIn: Moved, early: Moved, before = 0.5) {
  return decide([
    outcome("understanding", understanding, before),
    outcome("trust", trust),
    outcome("opt_in_yield", optIn),
    outcome("early_withdrawal_rate", early),
  ]);
}

describe("the table", () => {
  test.each<[Moved, Moved, Moved, Moved, string]>([
    ["fell", "fell", "rose", "rose", "opt_in_without_understanding"],
    ["fell", "rose", "rose", "flat", "opt_in_without_understanding"],
    ["flat", "flat", "rose", "flat", "opt_in_without_understanding"],
    ["flat", "unsure", "rose", "flat", "opt_in_without_understanding"],
    ["unsure", "flat", "rose", "flat", "not_enough_data"],
    ["flat", "rose", "rose", "fell", "building_trust"],
    ["rose", "rose", "rose", "fell", "building_trust"],
    ["rose", "flat", "flat", "flat", "building_trust"],
    ["rose", "unsure", "flat", "flat", "not_enough_data"],
    ["rose", "flat", "fell", "flat", "mixed"],
    ["rose", "fell", "unsure", "unsure", "mixed"],
    ["rose", "unsure", "unsure", "rose", "mixed"],
    ["flat", "fell", "flat", "flat", "eroding_trust"],
    ["unsure", "unsure", "unsure", "rose", "eroding_trust"],
    ["unsure", "unsure", "fell", "unsure", "eroding_trust"],
    ["flat", "flat", "flat", "flat", "no_clear_effect"],
    ["flat", "flat", "flat", "unsure", "not_enough_data"],
    ["absent", "rose", "flat", "flat", "building_trust"],
    ["absent", "absent", "flat", "flat", "not_enough_data"],
    ["rose", "rose", "absent", "absent", "not_enough_data"],
    ["absent", "absent", "absent", "absent", "not_enough_data"],
  ])("understanding %s, trust %s, opt-in %s, early withdrawal %s: %s", (a, b, c, d, verdict) => {
    expect(verdictOf(a, b, c, d)).toBe(verdict);
  });

  test("does not blame an opt-in for understanding that had no room to rise", () => {
    expect(verdictOf("flat", "flat", "rose", "flat", 0.97)).not.toBe(
      "opt_in_without_understanding",
    );
    expect(verdictOf("fell", "flat", "rose", "flat", 0.97)).toBe("opt_in_without_understanding");
  });
});

describe("an outcome", () => {
  const risen = outcome("trust", "rose");

  test("rose only where it is proven and of its size", () => {
    expect(movedOf(risen)).toBe("rose");
    expect(movedOf({ ...risen, pAdjusted: 0.05 })).toBe("unclear");
    expect(movedOf({ ...risen, effect: 0.0299 })).toBe("unclear");
    expect(movedOf({ ...risen, effect: 0.03 })).toBe("rose");
    expect(movedOf({ ...risen, contradicted: true })).toBe("unclear");
  });

  test("is not worse where its 90 % interval rules out harm, which for early withdrawal is a rise", () => {
    expect(isNotWorse({ ...risen, low90: -0.029 })).toBe(true);
    expect(isNotWorse({ ...risen, low90: -0.03 })).toBe(false);
    expect(isNotWorse({ ...risen, low90: null })).toBe(false);
    const early = outcome("early_withdrawal_rate", "flat");
    expect(isNotWorse({ ...early, low90: -1, high90: 0.0099 })).toBe(true);
    expect(isNotWorse({ ...early, high90: 0.01 })).toBe(false);
  });
});
