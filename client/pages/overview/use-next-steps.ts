import type { Kpi, OverviewAnswer } from "#shared/contract/overview.ts";
import { valueText } from "../../components/estimate.tsx";
import { metricLabel } from "../../components/labels.ts";
import type { NextStep } from "../../components/next-links.tsx";
import { useViewLink } from "../../filters/use-view-link.ts";
import { t } from "../../i18n/translate.ts";
import { pageOf } from "./page-of.ts";

const MAX_WORSE = 2;

/** What got worse comes first; then what is always worth doing. */
export function useNextSteps(): (answer: OverviewAnswer) => NextStep[] {
  const link = useViewLink();
  return ({ standing, kpis }) => [
    ...standing.worse.slice(0, MAX_WORSE).map((metric) => ({
      to: link(pageOf(metric)),
      title: t("overview.nextWorse", { metric: metricLabel(metric) }),
      text: t("overview.nextWorseText"),
    })),
    ...kpis.filter(isHarderToLeave).map(({ metric, now }) => ({
      to: link(pageOf(metric)),
      title: t("overview.nextEffort"),
      text: t("overview.nextEffortText", { ratio: valueText({ figure: now, unit: "ratio" }) }),
    })),
    {
      to: link("/understanding"),
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
