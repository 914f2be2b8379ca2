import type { Standing } from "#shared/contract/overview.ts";
import { metricLabel } from "../../components/labels.ts";
import type { NextStep } from "../../components/next-links.tsx";
import { useViewLink } from "../../filters/use-view-link.ts";
import { t } from "../../i18n/translate.ts";
import { pageOf } from "./page-of.ts";

const MAX_WORSE = 2;

/** What got worse comes first; then what is always worth doing. */
export function useNextSteps(): (standing: Standing) => NextStep[] {
  const link = useViewLink();
  return ({ worse }) => [
    ...worse.slice(0, MAX_WORSE).map((metric) => ({
      to: link(pageOf(metric)),
      title: t("overview.nextWorse", { metric: metricLabel(metric) }),
      text: t("overview.nextWorseText"),
    })),
    {
      to: link("/understanding"),
      title: t("overview.nextUnderstanding"),
      text: t("overview.nextUnderstandingText"),
    },
    { to: "/changes", title: t("overview.nextChange"), text: t("overview.nextChangeText") },
  ];
}
