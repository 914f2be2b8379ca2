/**
 * Breaks in tracking: weeks at which volume or a mix jumps, which no change of mind does by itself.
 *
 * Formula: of the weeks within four before and four after, the medians of volume, and the shares of each value. A break is a
 *   volume at least twice or at most half as large that comes from one week to the next; a mix that moves by more than a fifth
 *   (half the sum of absolute differences of shares); a single week with less than half or more than twice its neighbours' volume,
 *   by more than chance (five standard deviations of a count).
 * The heuristics are set so that growth of a few per cent a week, and seasons, are no breaks.
 */
import { type Tracked, WEEK } from "./panel.ts";

export type Break = {
  what: Tracked["what"];
  week: number;
  kind: "volume" | "mix" | "gap" | "spike";
  /** Volume after against before; of a mix the share that moved. */
  size: number;
};

const AROUND = 4;
const JUMP = 2;
const STEP = 1.6;
const MOVED = 0.2;
const CHANCE = 5;
const FEWEST = 30;

/** Of each thing the largest break of each kind, between these Mondays. */
export function breaksOf(tracked: readonly Tracked[], from: number, to: number): Break[] {
  return tracked.flatMap((one) => {
    const found = weeksBetween(from, to).flatMap((week) => breakAt(one, week, from, to) ?? []);
    return [...Map.groupBy(found, ({ kind }) => kind).values()].flatMap((alike) =>
      alike.toSorted((a, b) => severity(b) - severity(a)).slice(0, 1),
    );
  });
}

function breakAt({ what, weeks }: Tracked, week: number, from: number, to: number): Break | null {
  const side = (first: number, step: number) =>
    Array.from({ length: AROUND }, (_, i) => first + i * step * WEEK)
      .filter((one) => one >= from && one <= to)
      .map((one) => weeks.get(one) ?? {});
  const [before, after] = [side(week - WEEK, -1), side(week, 1)];
  if (before.length < AROUND - 1 || after.length < AROUND - 1) return null;
  const isMix = what === "methods" || what === "questionnaire";
  if (isMix) {
    const moved = distance(total(before), total(after));
    return moved > MOVED ? { what, week, kind: "mix", size: moved } : null;
  }
  const volume = (row: Readonly<Record<string, number>>) =>
    Object.values(row).reduce((a, b) => a + b, 0);
  const [was, is] = [median(before.map(volume)), median(after.map(volume))];
  if (Math.max(was, is) < FEWEST) return null;
  const now = volume(weeks.get(week) ?? {});
  const ratio = is / was;
  // What was not there before is new, not broken.
  if (was === 0) return null;
  const step = now / volume(weeks.get(week - WEEK) ?? {});
  if ((ratio >= JUMP && step >= STEP) || (ratio <= 1 / JUMP && step <= 1 / STEP)) {
    return { what, week, kind: "volume", size: ratio };
  }
  return singleWeek(now, was, is, (kind, size) => ({ what, week, kind, size }));
}

/** A week unlike those on both sides of it. */
function singleWeek<Found>(
  now: number,
  was: number,
  is: number,
  found: (kind: "gap" | "spike", size: number) => Found,
): Found | null {
  const [fewest, most] = [Math.min(was, is), Math.max(was, is)];
  if (fewest < FEWEST) return null;
  if (now < fewest / JUMP && now < fewest - CHANCE * Math.sqrt(fewest)) {
    return found("gap", now / fewest);
  }
  const isMore = now > most * JUMP && now > most + CHANCE * Math.sqrt(most);
  return isMore ? found("spike", now / most) : null;
}

function severity({ kind, size }: Break): number {
  return kind === "mix" ? size : Math.abs(Math.log(Math.max(size, 1e-6)));
}

function weeksBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, (to - from) / WEEK) }, (_, i) => from + (i + 1) * WEEK);
}

function total(rows: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) {
    for (const [name, n] of Object.entries(row)) sums[name] = (sums[name] ?? 0) + n;
  }
  return sums;
}

/** Half the sum of absolute differences of shares: 0 the same mix, 1 nothing in common. */
function distance(a: Record<string, number>, b: Record<string, number>): number {
  const [all, every] = [a, b].map((one) => Object.values(one).reduce((x, y) => x + y, 0));
  if (!all || !every || all < FEWEST || every < FEWEST) return 0;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  let sum = 0;
  for (const name of names) sum += Math.abs((a[name] ?? 0) / all - (b[name] ?? 0) / every);
  return sum / 2;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
