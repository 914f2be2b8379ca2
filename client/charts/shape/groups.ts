/** The groups of an answer, named, in order, and styled: what every chart starts from. */
import type { Figure } from "#shared/contract/metric.ts";
import { generations, UNKNOWN } from "#shared/vocabulary.ts";
import { valueLabel } from "../../components/labels.ts";
import { t } from "../../i18n/translate.ts";
import { greyStyle, MAX_COLOURED, type SeriesStyle, styleOf } from "../palette.ts";

/** "age-9" before "age-10". */
const byName = new Intl.Collator("en", { numeric: true });

export interface Group {
  key: string;
  label: string;
  style: SeriesStyle;
}

export function casesOf(figure: Figure): number {
  return figure.suppressed ? 0 : figure.n;
}

/**
 * Generations oldest first, segments by name, since both are mostly ages; other groups by how many cases they have. What
 * is not known comes last. Colours go to the first eight.
 */
export function groupsOf<Series extends { group: { [dimension: string]: string } }>(
  series: readonly Series[],
  by: readonly string[],
  sizeOf: (series: Series) => number,
): { group: Group; series: Series }[] {
  const first = by[0];
  const nameOf = (one: Series) => one.group[first ?? ""] ?? "";
  const rank = (one: Series) => (generations as readonly string[]).indexOf(nameOf(one));
  const isUnknown = (one: Series) => Number(nameOf(one) === UNKNOWN);
  const ordered = [...series].sort((a, b) => {
    if (isUnknown(a) !== isUnknown(b)) return isUnknown(a) - isUnknown(b);
    if (first === "generation") return rank(a) - rank(b);
    if (first === "segment") return byName.compare(nameOf(a), nameOf(b));
    return sizeOf(b) - sizeOf(a);
  });
  return ordered.map((one, index) => {
    const values = by.map((dimension) => one.group[dimension] ?? "");
    const label = by.map((dimension, place) => valueLabel(dimension, values[place] ?? ""));
    const style = index < MAX_COLOURED ? styleOf(first, values[0] ?? "", index) : greyStyle;
    const isOnly = by.length === 0;
    return {
      group: { key: values.join("|"), label: isOnly ? t("group.all") : label.join(" · "), style },
      series: one,
    };
  });
}

/** Those that have a colour of their own, and the one that is brought out: as many as can be told apart. */
export function toldApart<One extends Group>(groups: readonly One[], active: string | null): One[] {
  return groups.filter(({ key }, index) => index < MAX_COLOURED || key === active);
}
