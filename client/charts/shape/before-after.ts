/** Groups before and after as rows of a forest. */
import type { BeforeAfter } from "#shared/contract/verdict.ts";
import { type ForestShape, forestOf } from "./forest.ts";
import { casesOf, groupsOf } from "./groups.ts";

export function shapeBeforeAfter(groups: readonly BeforeAfter[]): ForestShape {
  const series = groups.map((one) => ({ ...one, group: { generation: one.group } }));
  const rows = groupsOf(series, ["generation"], ({ after }) => casesOf(after));
  return forestOf(
    rows.map(({ group, series: one }) => ({ ...group, figure: one.after, before: one.before })),
    "share",
  );
}
