/** Who was assigned to what, by day; and whether that is as planned. Small cells are hidden. */
import type {
  Arm,
  ExperimentResults,
  SampleRatioCheck,
} from "#shared/contract/experiment-results.ts";
import { formatDay } from "#shared/days.ts";
import type { PlannedArm } from "../experiments/courses.ts";
import { type ArmRow, matureExposures, people, type Readings } from "../experiments/rows.ts";
import { BROKEN_BELOW, checkRatio, driversOf, type Part } from "../experiments/sample-ratio.ts";
import { suppress } from "../metrics/suppress.ts";
import type { Snapshot } from "../store/store.ts";
import {
  type ExperimentScope,
  exposureRows,
  readCountRecords,
  readFacts,
} from "./experiment-rows.ts";

/** By variant; null where hidden. The first of equals goes along, so that none can be had by subtraction. */
export function hiddenWhereSmall(
  variants: readonly string[],
  sizes: readonly number[],
  k: number,
): (number | null)[] {
  const rows = variants.map((variant, i) => ({
    key: [variant],
    buckets: [],
    total: sizes[i] ?? 0,
  }));
  const hidden = suppress({ k, rows, additiveOverTime: false });
  return sizes.map((size, i) => (hidden[i]?.total ? null : size));
}

export function buildArms(
  snapshot: Snapshot,
  planned: readonly PlannedArm[],
  readings: Readings,
  persons: readonly ArmRow[],
): Omit<Arm, "bayes">[] {
  const { k } = snapshot.settings();
  const variants = planned.map(({ variant }) => variant);
  const shares = planned.reduce((sum, { share }) => sum + share, 0);
  const signals = readings.decisions.filter(({ fields }) => fields.method === "signal");
  const sizesOf = (rows: readonly ArmRow[]) =>
    hiddenWhereSmall(variants, byVariant(rows, variants), k);
  const [all, mature] = [sizesOf(persons), sizesOf(matureExposures(readings))];
  const [bySignal, crossed] = [sizesOf(signals), sizesOf(readings.crossovers)];
  const daily = dailyPeople(persons, variants, k);
  return planned.map(({ variant, share }, i) => ({
    variant,
    isControl: i === 0,
    plannedShare: share / shares,
    people: all[i] ?? null,
    matureExposures: mature[i] ?? null,
    signals: bySignal[i] ?? null,
    crossovers: crossed[i] ?? null,
    daily: daily[i] ?? [],
  }));
}

export function buildUnplanned(
  snapshot: Snapshot,
  planned: readonly PlannedArm[],
  persons: readonly ArmRow[],
): ExperimentResults["unplanned"] {
  const known = new Set(planned.map(({ variant }) => variant));
  const others = persons.filter(({ variant }) => !known.has(variant));
  const variants = [...new Set(others.map(({ variant }) => variant))].toSorted();
  const { k } = snapshot.settings();
  const sizes = hiddenWhereSmall(variants, byVariant(others, variants), k);
  return variants.map((variant, i) => ({ variant, people: sizes[i] ?? null }));
}

export function buildSampleRatio(
  snapshot: Snapshot,
  scope: ExperimentScope,
  planned: readonly PlannedArm[],
  persons: readonly ArmRow[],
): SampleRatioCheck {
  const variants = planned.map(({ variant }) => variant);
  const shares = planned.map(({ share }) => share);
  const sizes = byVariant(persons, variants);
  const check = checkRatio(sizes, shares);
  const parts = check.state === "broken" ? partsOf(snapshot, scope, persons, variants) : [];
  const { k } = snapshot.settings();
  const isHidden = hiddenWhereSmall(variants, sizes, k).includes(null);
  // What holds everybody says nothing of where they went missing.
  const everybody = total(sizes);
  const drivers = driversOf(
    parts.filter(
      ({ people: own }) => total(own) < everybody && own.every((n) => n === 0 || n >= k),
    ),
    shares,
  );
  return {
    ...check,
    // Of two groups of a known plan, it tells their sizes.
    ...(isHidden ? { chiSquare: null, p: null } : {}),
    threshold: BROKEN_BELOW,
    drivers: drivers.map(({ dimension, value, p, people: own, expected }) => ({
      dimension,
      value,
      people: total(own),
      p,
      arms: variants.map((variant, i) => ({
        variant,
        people: own[i] ?? 0,
        expected: expected[i] ?? 0,
      })),
    })),
  };
}

function total(sizes: readonly number[]): number {
  return sizes.reduce((sum, n) => sum + n, 0);
}

type DriverDimension = SampleRatioCheck["drivers"][number]["dimension"];

/** Region and locale are read only where there is something to be found. */
function partsOf(
  snapshot: Snapshot,
  scope: ExperimentScope,
  persons: readonly ArmRow[],
  variants: readonly string[],
): Part<DriverDimension>[] {
  const split = (
    dimension: DriverDimension,
    rows: readonly ArmRow[],
    nameOf: (row: ArmRow) => string,
  ) =>
    [...Map.groupBy(rows, nameOf)].map(([value, own]) => ({
      dimension,
      value,
      people: byVariant(own, variants),
    }));
  const counted = exposureRows(readCountRecords(snapshot, scope), scope.exposuresTo);
  const placed = people([
    ...readFacts(snapshot, scope, "exposure", {
      fields: ["channel", "region", "locale"],
      wholeRange: true,
      to: scope.exposuresTo,
    }),
    ...counted,
  ]);
  return [
    ...split("channel", persons, ({ fields }) => fields.channel ?? ""),
    ...split("region", placed, ({ fields }) => fields.region ?? ""),
    ...split("locale", placed, ({ fields }) => fields.locale ?? ""),
    ...split("day", persons, ({ day }) => formatDay(day)),
  ];
}

export function byVariant(rows: readonly ArmRow[], variants: readonly string[]): number[] {
  const sums = new Map<string, number>();
  for (const { variant, n } of rows) sums.set(variant, (sums.get(variant) ?? 0) + n);
  return variants.map((variant) => sums.get(variant) ?? 0);
}

function dailyPeople(persons: readonly ArmRow[], variants: readonly string[], k: number) {
  const days = [...new Set(persons.map(({ day }) => day))].toSorted((a, b) => a - b);
  const byDay = Map.groupBy(persons, ({ day }) => day);
  const sizes = days.map((day) => byVariant(byDay.get(day) ?? [], variants));
  const rows = variants.map((variant, i) => {
    const buckets = sizes.map((day) => day[i] ?? 0);
    return { key: [variant], buckets, total: buckets.reduce((sum, n) => sum + n, 0) };
  });
  const hidden = suppress({ k, rows, additiveOverTime: true });
  return rows.map(({ buckets }, i) =>
    days.map((day, at) => ({
      day: formatDay(day),
      people: hidden[i]?.buckets[at] ? null : (buckets[at] ?? 0),
    })),
  );
}
