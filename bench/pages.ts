/** What each page asks when it is opened, over a year by week. */
import { LAST_DAY } from "./generate.ts";
import type { Ask } from "./raw-sql.ts";

const WEEKS = 52;

/** 52 weeks, from a Monday to the last whole one's Sunday. */
const lastSunday = LAST_DAY - ((LAST_DAY + 4) % 7);
export const year = { from: lastSunday - WEEKS * 7 + 1, to: lastSunday };

function ask(metric: Ask["metric"], by: Ask["by"] = null, grain: Ask["grain"] = "total"): Ask {
  return { metric, by, grain, ...year, filters: {} };
}

const kpis = [
  "understanding",
  "trust",
  "informed_opt_in_rate",
  "opt_in_rate",
  "opt_in_yield",
  "withdrawal_rate",
  "early_withdrawal_rate",
  "opt_out_effort",
] as const;

export const pages: Record<string, Ask[]> = {
  overview: kpis.flatMap((metric) =>
    // A median by week is no sum of anything that both sides count alike.
    metric === "opt_out_effort"
      ? [ask(metric)]
      : [ask(metric, null, "week"), ask(metric, "generation")],
  ),
  "opt-in": [
    ...(
      [
        "opt_in_rate",
        "opt_in_yield",
        "no_choice_rate",
        "active_consents",
        "consent_coverage",
      ] as const
    ).map((metric) => ask(metric)),
    ask("opt_in_rate", "generation"),
    ask("opt_in_rate", "generation", "week"),
  ],
  withdrawals: [
    ...(
      [
        "withdrawal_rate",
        "early_withdrawal_rate",
        "consent_retention",
        "opt_out_effort",
        "opt_out_completion",
      ] as const
    ).map((metric) => ask(metric)),
    ask("withdrawal_rate", "generation", "week"),
    ask("withdrawal_rate", "generation"),
    ask("withdrawal_rate", "reason"),
  ],
  understanding: [
    ...(["understanding", "trust", "informed_opt_in_rate"] as const).map((metric) => ask(metric)),
    ask("understanding", "generation", "week"),
    ask("understanding", "generation"),
  ],
};

/** The one question of the research before this: opt-in rate by generation and week, of one purpose over two channels. */
export const optInByWeek: Ask = {
  ...ask("opt_in_rate", "generation", "week"),
  filters: { purpose: [0], channel: [0, 1] },
};
