/**
 * One colour, marker and dash per group, the same on every page. Generations have their own; the values of other
 * dimensions take the same eight in the order in which they come.
 */
import { generations, NONE, UNKNOWN } from "#shared/vocabulary.ts";

export const MAX_COLOURED = 8;

export const markers = [
  "circle",
  "square",
  "triangle",
  "diamond",
  "ring",
  "cross",
  "down",
  "box",
] as const;
export type Marker = (typeof markers)[number];

export interface SeriesStyle {
  colour: string;
  marker: Marker;
  dash: string;
}

const dashes = ["", "7 3", "2 3", "9 3 2 3", "", "5 2", "1 3", "12 4"];

export const greyStyle: SeriesStyle = { colour: "var(--series-grey)", marker: "circle", dash: "" };

/** What would have been, beside what was seen. */
export const expectedStyle: SeriesStyle = {
  colour: "var(--series-grey)",
  marker: "circle",
  dash: "6 4",
};

/** The only line of a chart, where there is nothing to tell apart. */
export const singleStyle: SeriesStyle = { colour: "var(--accent)", marker: "circle", dash: "" };

export function styleOf(dimension: string | undefined, value: string, index: number): SeriesStyle {
  if (dimension === undefined) return singleStyle;
  if (value === UNKNOWN || value === NONE) return greyStyle;
  const place =
    dimension === "generation" ? (generations as readonly string[]).indexOf(value) : index;
  if (place < 0 || place >= MAX_COLOURED) return greyStyle;
  return {
    colour: `var(--series-${place + 1})`,
    marker: markers[place] ?? "circle",
    dash: dashes[place] ?? "",
  };
}
