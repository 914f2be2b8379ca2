/**
 * The view is what the URL says: dates, grain, comparison, filters. Parsing never fails: what cannot be understood is
 * left out and named in `dropped`, so that an old or mistyped link still opens.
 */
import { parseDay } from "#shared/days.ts";
import { commonDimensions, type Grain, generations } from "#shared/vocabulary.ts";

export const presets = [30, 90, 180, 365] as const;
export type Preset = (typeof presets)[number];

export const grainChoices = ["auto", "day", "week", "month"] as const satisfies readonly (
  | "auto"
  | Grain
)[];
export type GrainChoice = (typeof grainChoices)[number];

export const comparisons = ["previous", "year", "none"] as const;
export type Comparison = (typeof comparisons)[number];

export type FilterDimension = (typeof commonDimensions)[number];
export type Filters = { [Name in FilterDimension]?: readonly string[] };

export interface View {
  /** Days up to the as-of day; dates given in `from` or `to` come before it. */
  last: Preset;
  from: string | null;
  to: string | null;
  grain: GrainChoice;
  compare: Comparison;
  filters: Filters;
  /** The name of the population that shares are weighted to. */
  weights: string | null;
}

export const defaultView: View = {
  last: 90,
  from: null,
  to: null,
  grain: "auto",
  compare: "previous",
  filters: {},
  weights: null,
};

const VALUE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const SLUG = /^[a-z0-9][a-z0-9_-]{0,63}$/;
const MAX_VALUES = 50;

export function parseView(parameters: URLSearchParams): { view: View; dropped: string[] } {
  const dropped: string[] = [];
  function take<Value>(
    name: string,
    fallback: Value,
    parse: (text: string) => Value | null,
  ): Value {
    const text = parameters.get(name);
    if (text === null || text === "") return fallback;
    const value = parse(text);
    if (value === null) dropped.push(`${name}=${text.slice(0, 40)}`);
    return value ?? fallback;
  }
  const oneOf =
    <Value extends string>(list: readonly Value[]) =>
    (text: string) =>
      list.find((value) => value === text) ?? null;
  const date = (text: string) => (parseDay(text) === null ? null : text);

  const filters: Filters = {};
  for (const name of commonDimensions) {
    const values = take(name, null, (text) => parseValues(name, text));
    if (values !== null) filters[name] = values;
  }
  const view: View = {
    last: take(
      "last",
      defaultView.last,
      (text) => presets.find((days) => `${days}` === text) ?? null,
    ),
    from: take("from", null, date),
    to: take("to", null, date),
    grain: take("grain", defaultView.grain, oneOf(grainChoices)),
    compare: take("compare", defaultView.compare, oneOf(comparisons)),
    filters,
    weights: take("weights", defaultView.weights, (text) => (SLUG.test(text) ? text : null)),
  };
  if (view.from !== null && view.to !== null && view.from > view.to) {
    dropped.push(`from=${view.from}`, `to=${view.to}`);
    return { view: { ...view, from: null, to: null }, dropped };
  }
  return { view, dropped };
}

function parseValues(name: FilterDimension, text: string): string[] | null {
  const values = [...new Set(text.split(",").filter((value) => value !== ""))];
  const areKnown = values.every((value) =>
    name === "generation" ? (generations as readonly string[]).includes(value) : VALUE.test(value),
  );
  return areKnown && values.length > 0 && values.length <= MAX_VALUES ? values : null;
}

/** Writes the view over `parameters`, leaving defaults and everything that is not the view's out of it. */
export function printView(view: View, parameters = new URLSearchParams()): URLSearchParams {
  const result = new URLSearchParams(parameters);
  const put = (name: string, value: string | null) =>
    value === null ? result.delete(name) : result.set(name, value);
  const hasDates = view.from !== null || view.to !== null;
  put("last", hasDates || view.last === defaultView.last ? null : `${view.last}`);
  put("from", view.from);
  put("to", view.to);
  put("grain", view.grain === defaultView.grain ? null : view.grain);
  put("compare", view.compare === defaultView.compare ? null : view.compare);
  for (const name of commonDimensions) {
    const values = view.filters[name] ?? [];
    put(name, values.length === 0 ? null : values.join(","));
  }
  put("weights", view.weights);
  return result;
}
