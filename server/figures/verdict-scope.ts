/** Whom a change reached: which of its dimensions tell sides apart, and which only narrow what is looked at. */
import type { Change } from "#shared/contract/change.ts";
import { bucketStart, parseDay } from "#shared/days.ts";
import { UNKNOWN } from "#shared/vocabulary.ts";
import type { Selection } from "./selection.ts";

/** The same people are asked for several purposes, so a purpose narrows and never tells sides apart. */
const SIDES = ["channel", "region", "generation"] as const;
export type SideDimension = (typeof SIDES)[number];

export interface Reach {
  dimensions: SideDimension[];
  purposes: readonly string[];
  /** Of a value combination: inside, outside, or neither, where a value is not known and could be either. */
  side: (values: readonly string[]) => "inside" | "outside" | null;
  /** Narrows to what is inside. */
  inside: Selection["filters"];
}

export function reachOf({ scope }: Pick<Change, "scope">): Reach {
  const named = {
    channel: scope.channels,
    region: scope.regions,
    generation: scope.generations as readonly string[],
  };
  const dimensions = SIDES.filter((name) => named[name].length > 0);
  const narrowed = dimensions.map((name) => [name, named[name]] as const);
  return {
    dimensions,
    purposes: scope.purposes,
    side(values) {
      const has = (name: SideDimension, i: number) => named[name].includes(values[i] ?? "");
      if (dimensions.every(has)) return "inside";
      const isUnknown = (name: SideDimension, i: number) =>
        [UNKNOWN, ""].includes(values[i] ?? "") && !has(name, i);
      return dimensions.some(isUnknown) ? null : "outside";
    },
    inside: Object.fromEntries(narrowed),
  };
}

/** The Monday of the week that a change falls into. */
export function weekOfChange({ date }: Pick<Change, "date">): number {
  return bucketStart(parseDay(date) ?? 0, "week");
}

/** Which sides of `change` another one touches: by its own scope, and as far as both name the same dimension. */
export function touchesOf(change: Change, other: Change): { inside: boolean; outside: boolean } {
  const lists = (["purposes", "channels", "regions", "generations"] as const).map((name) => ({
    own: change.scope[name] as readonly string[],
    others: other.scope[name] as readonly string[],
  }));
  const inside = lists.every(
    ({ own, others }) =>
      own.length === 0 || others.length === 0 || own.some((value) => others.includes(value)),
  );
  const reaches = ({ own, others }: (typeof lists)[number]) =>
    own.length > 0 && (others.length === 0 || others.some((value) => !own.includes(value)));
  return { inside, outside: lists.some(reaches) };
}
