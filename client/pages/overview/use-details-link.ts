import type { To } from "react-router";
import type { OverviewAnswer } from "#shared/contract/overview.ts";
import { useViewLink } from "../../filters/use-view-link.ts";
import { pageOf } from "./page-of.ts";

/** Where a figure is told in detail: for the same people, days and source, so that the same figure stands there. */
export function useDetailsLink(): (answer: OverviewAnswer, metric: string) => To {
  const link = useViewLink();
  return ({ source, sources }, metric) =>
    link(pageOf(metric), source !== null && sources.length > 1 ? { source: [source] } : {});
}
