// The gap of a series to what its past led to: against the same algebra with whole matrices, and on series with nothing in them.
import { describe, expect, test } from "vitest";
import { Random } from "../../../seed/random.ts";
import { filterFit, type SeriesWeek } from "../../../server/stats/ar1-filter.ts";
import { seriesGap } from "../../../server/stats/series-gap.ts";

const RHO = 0.6;
const TAU2 = 0.5;

/** Twenty weeks with two missing; the last four are after. */
function weeks(random: Random): SeriesWeek[] {
  return Array.from({ length: 22 }, (_, t) => t)
    .filter((t) => t !== 5 && t !== 9)
    .map((t) => ({ t, value: 3 + 0.1 * t + random.normal(), variance: 0.2 + 0.02 * t, x: [1, t] }));
}

/** Solves A x = b by Gauss–Jordan, columns of b together. */
function solve(a: number[][], b: number[][]): number[][] {
  const rows = a.map((row, i) => [...row, ...(b[i] ?? [])]);
  for (let c = 0; c < rows.length; c += 1) {
    const pivot = rows[c] as number[];
    const by = pivot[c] as number;
    for (let j = 0; j < pivot.length; j += 1) pivot[j] = (pivot[j] as number) / by;
    for (const [r, row] of rows.entries()) {
      const factor = row[c] as number;
      if (r === c || factor === 0) continue;
      for (let j = 0; j < row.length; j += 1)
        row[j] = (row[j] as number) - factor * (pivot[j] as number);
    }
  }
  return rows.map((row) => row.slice(a.length));
}

describe("one fit at a known correlation and spread", () => {
  const all = weeks(new Random(3, 1));
  const [before, after] = [all.slice(0, 16), all.slice(16)];
  const shares = after.map((_, i) => [0.4, 0.3, 0.2, 0.1][i] ?? 0);

  /** As one regression in which each week after has a dummy of its own. */
  function byMatrices(drawn?: { x: (t: number) => number; deviation: number }) {
    const shared = (a: SeriesWeek, b: SeriesWeek) =>
      drawn === undefined ? 0 : drawn.deviation ** 2 * drawn.x(a.t) * drawn.x(b.t);
    const covariance = all.map((a) =>
      all.map((b) => TAU2 * RHO ** Math.abs(a.t - b.t) + (a === b ? a.variance : 0) + shared(a, b)),
    );
    const design = all.map((week, i) => [
      ...week.x,
      ...after.map((_, j) => (i === 16 + j ? 1 : 0)),
    ]);
    const solved = solve(covariance, design);
    const k = 2 + after.length;
    const columns = Array.from({ length: k }, (_, i) => i);
    const gram = columns.map((i) =>
      columns.map((j) =>
        design.reduce((sum, row, r) => sum + (row[i] ?? 0) * (solved[r]?.[j] ?? 0), 0),
      ),
    );
    const xy = columns.map((i) => [
      all.reduce((sum, week, r) => sum + (solved[r]?.[i] ?? 0) * week.value, 0),
    ]);
    const contrast = [0, 0, ...shares];
    const b = solve(gram, xy).map(([value = 0]) => value);
    const inverse = solve(
      gram,
      contrast.map((value) => [value]),
    ).map(([value = 0]) => value);
    const dot = (a: readonly number[], c: readonly number[]) =>
      a.reduce((sum, value, i) => sum + value * (c[i] ?? 0), 0);
    return { effect: dot(contrast, b), variance: dot(contrast, inverse) };
  }

  test("is generalised least squares, by a filter instead of matrices", () => {
    const got = filterFit(before, RHO, TAU2)?.gap(after, shares);
    const expected = byMatrices();
    expect(got?.effect).toBeCloseTo(expected.effect, 9);
    expect(got?.variance).toBeCloseTo(expected.variance, 9);
  });

  test("takes a regressor that is drawn for an error that all weeks share", () => {
    const drawn = { x: (t: number) => Math.sin(t / 4), deviation: 0.7 };
    const withWave = (rows: SeriesWeek[]) =>
      rows.map((week) => ({ ...week, x: [...week.x, drawn.x(week.t)] }));
    const fit = filterFit(withWave(before), RHO, TAU2, [drawn.deviation]);
    const got = fit?.gap(withWave(after), shares);
    const expected = byMatrices(drawn);
    expect(got?.effect).toBeCloseTo(expected.effect, 9);
    expect(got?.variance).toBeCloseTo(expected.variance, 9);
  });

  test("leaves a regressor out whose deviation is 0", () => {
    const withWave = (rows: SeriesWeek[]) =>
      rows.map((week) => ({ ...week, x: [...week.x, Math.sin(week.t / 4)] }));
    const fit = filterFit(withWave(before), RHO, TAU2, [0]);
    const plain = filterFit(before, RHO, TAU2);
    expect(fit?.gap(withWave(after), shares)).toEqual(plain?.gap(after, shares));
    expect(fit).toMatchObject({ logLikelihood: plain?.logLikelihood, free: plain?.free });
  });

  test("has none without more weeks than regressors, nor where one is a sum of others", () => {
    expect(filterFit(before.slice(0, 2), RHO, TAU2)).toBeNull();
    const twice = before.map((week) => ({ ...week, x: [1, week.t, 2 * week.t + 1] }));
    expect(filterFit(twice, RHO, TAU2)).toBeNull();
  });
});

describe("the mean gap", () => {
  test("moves by what is added to the weeks after, and its interval with it", () => {
    const all = weeks(new Random(4, 1));
    const [before, after] = [all.slice(0, 16), all.slice(16)];
    const higher = after.map((week) => ({ ...week, value: week.value + 2 }));
    const plain = seriesGap(before, after, false)?.gap;
    const moved = seriesGap(before, higher, false)?.gap;
    expect(moved?.effect).toBeCloseTo((plain?.effect ?? 0) + 2, 9);
    expect(moved?.limits(0.9).low).toBeCloseTo((plain?.limits(0.9).low ?? 0) + 2, 5);
    expect(moved?.pValue(2)).toBeCloseTo(plain?.pValue(0) ?? 0, 9);
  });

  test("has limits at which its p is what they leave out", () => {
    const all = weeks(new Random(5, 1));
    const gap = seriesGap(all.slice(0, 16), all.slice(16), false)?.gap;
    const { low, high } = gap?.limits(0.95) ?? { low: 0, high: 0 };
    expect(gap?.pValue(low)).toBeCloseTo(0.05, 4);
    expect(gap?.pValue(high)).toBeCloseTo(0.05, 4);
  });

  test("weighs the weeks before so that what its regressors draw leaves no gap", () => {
    const all = weeks(new Random(7, 1));
    const [before, after] = [all.slice(0, 16), all.slice(16)];
    const drawn = { relative: [0.02], heights: [{ height: 1, weight: 1 }] };
    const wave = (t: number) => Math.sin(t / 3);
    const waving = (rows: typeof all) =>
      rows.map((row) => ({ ...row, x: [...row.x, wave(row.t)] }));
    for (const weights of [
      seriesGap(before, after, false)?.weights(),
      seriesGap(waving(before), waving(after), false, drawn)?.weights(),
    ]) {
      const sum = (of: (row: (typeof all)[number]) => number) =>
        before.reduce((total, row, i) => total + (weights?.before[i] ?? 0) * of(row), 0) +
        after.reduce((total, row, i) => total + (weights?.after[i] ?? 0) * of(row), 0);
      expect(sum(() => 1)).toBeCloseTo(0, 9);
      expect(sum(({ t }) => t)).toBeCloseTo(0, 8);
      expect(sum(({ value }) => value)).not.toBeCloseTo(0, 3);
    }
  });

  test("takes what counting explains for no shock", () => {
    const random = new Random(8, 1);
    const counted = Array.from({ length: 40 }, (_, t) => {
      return { t, value: random.normal(), variance: 1, x: [1] };
    });
    const unknown = counted.map((week) => ({ ...week, variance: 0 }));
    const tauOf = (rows: typeof counted) =>
      seriesGap(rows.slice(0, 32), rows.slice(32), false)?.tau;
    expect(tauOf(counted)).toBeLessThan(0.25);
    expect(tauOf(unknown)).toBeGreaterThan(0.7);
  });

  test("is none of a series that its line fits exactly", () => {
    const line = weeks(new Random(6, 1)).map((week) => ({ ...week, value: 2 * week.t }));
    expect(seriesGap(line.slice(0, 16), line.slice(16), false)).toBeNull();
  });

  test.each([
    [0, 1],
    [0.4, 0.3],
    [0.7, 0.3],
  ])("rejects a true null about as often as it says, at ρ = %s and τ = %s", (rho, tau) => {
    const random = new Random(8, 1);
    let rejected = 0;
    for (let i = 0; i < 300; i += 1) {
      let u = random.normal();
      const rows = Array.from({ length: 39 }, (_, t): SeriesWeek => {
        u = rho * u + Math.sqrt(1 - rho * rho) * random.normal();
        return { t, value: tau * u + random.normal(), variance: 1, x: [1, t / 52] };
      });
      const gap = seriesGap(rows.slice(0, 30), rows.slice(31), false)?.gap;
      if ((gap?.pValue(0) ?? 0) < 0.05) rejected += 1;
    }
    expect(rejected / 300).toBeLessThan(0.08);
  });
});
