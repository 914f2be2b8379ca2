import type { To } from "react-router";
import type { Kpi, OverviewAnswer } from "#shared/contract/overview.ts";
import { valueText } from "../../components/estimate.tsx";
import { metricLabel } from "../../components/labels.ts";
import type { NextStep } from "../../components/next-links.tsx";
import { t } from "../../i18n/translate.ts";

const MAX_WORSE = 2;

/** What got worse comes first; then what is always worth doing. */
export function nextSteps(
  { standing, kpis }: OverviewAnswer,
  linkOf: (metric: string) => To,
): NextStep[] {
  return [
    ...standing.worse.slice(0, MAX_WORSE).map((metric) => ({
      to: linkOf(metric),
      title: t("overview.nextWorse", { metric: metricLabel(metric) }),
      text: t("overview.nextWorseText"),
    })),
    ...kpis.filter(isHarderToLeave).map(({ metric, now }) => ({
      to: linkOf(metric),
      title: t("overview.nextEffort"),
      text: t("overview.nextEffortText", { ratio: valueText({ figure: now, unit: "ratio" }) }),
    })),
    {
      to: linkOf("understanding"),
      title: t("overview.nextUnderstanding"),
      text: t("overview.nextUnderstandingText"),
    },
    { to: "/changes", title: t("overview.nextChange"), text: t("overview.nextChangeText") },
  ];
}

/** Only where the whole interval says so. */
function isHarderToLeave({ metric, now }: Kpi): boolean {
  return metric === "opt_out_effort" && !now.suppressed && now.low !== null && now.low > 1;
}
