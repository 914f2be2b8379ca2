/** Which family computes which metric. */
import type { MetricName } from "#shared/metric-list.ts";
import { optOutEffort } from "./effort.ts";
import type { Family, Question } from "./family.ts";
import { restated } from "./restated.ts";
import { consentRetention } from "./retention.ts";
import { informedOptInRate, surveyScore } from "./scores.ts";
import {
  earlyWithdrawalRate,
  noChoiceRate,
  optInRate,
  optInYield,
  optOutCompletion,
} from "./shares.ts";
import { activeConsents, consentCoverage, netChange } from "./stocks.ts";
import { withdrawalRate } from "./withdrawal-rate.ts";

export const families: Record<MetricName, Family> = {
  opt_in_rate: optInRate,
  opt_in_yield: optInYield,
  no_choice_rate: noChoiceRate,
  active_consents: activeConsents,
  net_change: netChange,
  consent_coverage: consentCoverage,
  withdrawal_rate: withdrawalRate,
  consent_retention: consentRetention,
  early_withdrawal_rate: earlyWithdrawalRate,
  understanding: surveyScore,
  trust: surveyScore,
  benefit: surveyScore,
  control: surveyScore,
  survey_score: surveyScore,
  informed_opt_in_rate: informedOptInRate,
  opt_out_effort: optOutEffort,
  opt_out_completion: optOutCompletion,
};

/** What is asked of a metric as another system reports it is that system's. */
export function familyOf({ metric, as }: Pick<Question, "metric" | "as">): Family {
  return as ? restated[as] : families[metric];
}
