import { useDimensions } from "./dimensions.ts";

export const cohorts = ["generation", "channel", "region", "notice", "purpose", "segment"] as const;
export type Cohort = (typeof cohorts)[number];

/** What figures can be split by; segments only where a company sends them. */
export function useCohorts(): readonly Cohort[] {
  const dimensions = useDimensions().data?.dimensions ?? [];
  const segments = dimensions.find(({ name }) => name === "segment")?.values.length ?? 0;
  return cohorts.filter((name) => name !== "segment" || segments > 1);
}
