/** What a figure is about: the dimensions it is split by, and the values it is narrowed to. */
import type { Dimension } from "#shared/vocabulary.ts";

export interface Selection {
  by: readonly Dimension[];
  /** Any of a dimension's values will do; all dimensions must match. */
  filters: { readonly [Name in Dimension]?: readonly string[] };
}

/** What is read for it: `starts` are the first days of the buckets that figures are made of. */
export interface Reading extends Selection {
  starts: readonly number[];
}
