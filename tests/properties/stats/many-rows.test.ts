import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cronbach } from "../../../server/stats/cronbach.ts";
import { interruptedSeries } from "../../../server/stats/interrupted-series.ts";
import { likert } from "../../../server/stats/likert.ts";
import { logRank } from "../../../server/stats/logrank.ts";
import { benjaminiHochberg, holm } from "../../../server/stats/multiplicity.ts";
import { type PanelCell, panelDid } from "../../../server/stats/panel-did.ts";
import { postStratify } from "../../../server/stats/post-stratification.ts";
import { sampleRatio } from "../../../server/stats/sample-ratio.ts";
import { wilson } from "../../../server/stats/wilson.ts";
import {
  confidence,
  contains,
  counts,
  isSound,
  isWithin,
  same,
  twoConfidences,
} from "./arbitraries.ts";

describe("log-rank", () => {
  const row = fc.record({
    day: fc.integer({ min: 0, max: 12 }),
    events: fc.integer({ min: 0, max: 6 }),
    censored: fc.integer({ min: 0, max: 6 }),
  });
  const groups = fc.array(fc.array(row, { maxLength: 8 }), { maxLength: 5 });

  it("is the same for rows in any order or in pieces, and for groups in any order", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const answer = logRank(all);
        expect(isSound(answer)).toBe(true);
        const pieces = all.map((rows) =>
          rows.toReversed().flatMap((one) => [
            { ...one, events: 0 },
            { ...one, censored: 0 },
          ]),
        );
        expect(logRank(pieces)).toEqual(answer);
        const turned = logRank(all.toReversed());
        expect(same(turned.chiSquare, answer.chiSquare)).toBe(true);
        expect(same(turned.expected.toReversed(), answer.expected)).toBe(true);
      }),
    );
  });

  it("expects as many events as there are, and sees no difference between equal groups", () => {
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    fc.assert(
      fc.property(groups, (all) => {
        const { observed, expected } = logRank(all);
        expect(sum(expected)).toBeCloseTo(sum(observed), 9);
        const { chiSquare } = logRank([all[0] ?? [], all[0] ?? []]);
        expect(chiSquare === null || chiSquare < 1e-20).toBe(true);
      }),
    );
  });
});

describe("panel difference in differences", () => {
  const cell = fc.record({
    cohort: fc.constantFrom("a", "b", "c", "d", "e"),
    week: fc.integer({ min: 0, max: 6 }),
    trials: fc.integer({ min: 0, max: 500 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const panel = fc.array(cell, { maxLength: 40 }).map((cells): PanelCell[] =>
    cells.map(({ cohort, week, trials, share }) => ({
      cohort,
      week,
      treated: (cohort === "a" && week >= 3) || (cohort === "b" && week >= 5),
      successes: Math.round(share * trials),
      trials,
    })),
  );

  it("is the same in any order and with rows of no trials, and flips with the outcome", () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const answer = panelDid(rows, 0.9);
        expect(isSound(answer)).toBe(true);
        const empty: PanelCell = { cohort: "z", week: 99, treated: true, successes: 0, trials: 0 };
        expect(same(panelDid([empty, ...rows.toReversed()], 0.9), answer)).toBe(true);
        const failures = rows.map((row) => ({ ...row, successes: row.trials - row.successes }));
        const turned = panelDid(failures, 0.9);
        expect(same(turned.standardError, answer.standardError)).toBe(true);
        if (answer.effect !== null) expect(turned.effect).toBeCloseTo(-answer.effect, 9);
        expect(contains(answer.effect, answer)).toBe(true);
        expect(isWithin(answer, panelDid(rows, 0.95))).toBe(true);
      }),
    );
  });

  it("finds an effect that is planted without noise, whatever the weights", () => {
    fc.assert(
      fc.property(panel, fc.integer({ min: -200, max: 200 }), (rows, effect) => {
        const planted = rows.map((row) => {
          const per = 300 + 40 * row.cohort.charCodeAt(0) - 3880 + 11 * row.week;
          const successes = per + (row.treated ? effect : 0);
          return { ...row, successes: (successes * row.trials) / 1000 };
        });
        const found = panelDid(planted, 0.95);
        if (found.effect !== null) expect(found.effect).toBeCloseTo(effect / 1000, 9);
        expect(found.standardError).toBeNull();
      }),
    );
  });
});

describe("interrupted series", () => {
  const point = fc.record({
    t: fc.integer({ min: 0, max: 40 }),
    value: fc.option(fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000)),
    weight: fc.integer({ min: 0, max: 50 }),
  });
  const series = fc.uniqueArray(point, { selector: ({ t }) => t, maxLength: 40 });

  it("is the same in any order; time may start anywhere, weights be in any unit", () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 0, max: 5 }), (points, lag) => {
        const answer = interruptedSeries(points, 20, lag, 0.95);
        expect(isSound(answer)).toBe(true);
        expect(interruptedSeries(points.toReversed(), 20, lag, 0.95)).toEqual(answer);
        const { intercept: _, ...rest } = answer;
        const later = points.map(({ t, ...point }) => ({ t: t + 1000, ...point }));
        const { intercept: __, ...moved } = interruptedSeries(later, 1020, lag, 0.95);
        expect(same(moved, rest)).toBe(true);
        const heavy = points.map((point) => ({ ...point, weight: point.weight * 7 }));
        const { intercept: ___, ...weighted } = interruptedSeries(heavy, 20, lag, 0.95);
        expect(same(weighted.levelChange?.standardError, rest.levelChange?.standardError)).toBe(
          true,
        );
      }),
    );
  });
});

describe("many tests", () => {
  const pValues = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), {
    maxLength: 30,
  });

  it("adjusts upwards, Holm no less than Benjamini-Hochberg, each test the same in any order", () => {
    fc.assert(
      fc.property(pValues, (given) => {
        const [bh, all] = [benjaminiHochberg(given), holm(given)];
        expect(benjaminiHochberg(given.toReversed()).reverse()).toEqual(bh);
        expect(holm(given.toReversed()).reverse()).toEqual(all);
        for (const [i, p] of given.entries()) {
          const [fdr, family] = [bh[i] ?? null, all[i] ?? null];
          expect((fdr === null) === (p === null) && (family === null) === (p === null)).toBe(true);
          if (p === null || fdr === null || family === null) continue;
          expect(fdr).toBeGreaterThanOrEqual(p * (1 - 1e-12));
          expect(family).toBeGreaterThanOrEqual(fdr * (1 - 1e-12));
          expect(family).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("sample ratio", () => {
  const arm = fc.tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 100 }));

  it("is the same for arms in any order and shares in any unit", () => {
    fc.assert(
      fc.property(fc.array(arm, { minLength: 1, maxLength: 6 }), (arms) => {
        const answer = sampleRatio(
          arms.map(([n]) => n),
          arms.map(([, share]) => share),
        );
        expect(isSound(answer)).toBe(true);
        const turned = arms.toReversed();
        const other = sampleRatio(
          turned.map(([n]) => n),
          turned.map(([, share]) => share / 7),
        );
        expect(same(other.chiSquare, answer.chiSquare)).toBe(true);
      }),
    );
  });
});

describe("post-stratified share", () => {
  const stratum = fc
    .tuple(counts(1000), fc.integer({ min: 0, max: 1e6 }))
    .map(([{ successes, trials }, populationCount]) => ({
      sampleCount: trials,
      successes,
      populationCount,
    }));

  it("is the same in any order, contains itself and widens with the confidence", () => {
    fc.assert(
      fc.property(fc.array(stratum, { maxLength: 6 }), twoConfidences, (strata, [less, more]) => {
        const answer = postStratify(strata, less);
        expect(isSound(answer)).toBe(true);
        expect(same(postStratify(strata.toReversed(), less), answer)).toBe(true);
        expect(contains(answer.estimate, answer)).toBe(true);
        expect(isWithin(answer, postStratify(strata, more))).toBe(true);
      }),
    );
  });

  it("is the plain share with its Wilson limits where there is one stratum", () => {
    fc.assert(
      fc.property(counts(1000), confidence, ({ successes, trials }, level) => {
        const { estimate, low, high } = postStratify(
          [{ sampleCount: trials, successes, populationCount: 5 }],
          level,
        );
        expect(same({ estimate, low, high }, wilson(successes, trials, level))).toBe(true);
      }),
    );
  });
});

describe("survey scales", () => {
  const row = fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 20 }), {
    minLength: 4,
    maxLength: 4,
  });

  it("gives the same alpha for people and items in any order and any unit", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), twoConfidences, (rows, [less, more]) => {
        const answer = cronbach(rows, less);
        expect(isSound(answer)).toBe(true);
        const turned = rows.toReversed().map((answers) => answers.toReversed());
        expect(same(cronbach(turned, less), answer)).toBe(true);
        const tenths = rows.map((answers) => answers.map((score) => score && score / 10 + 7));
        expect(same(cronbach(tenths, less), answer)).toBe(true);
        expect(isWithin(answer, cronbach(rows, more))).toBe(true);
      }),
    );
  });

  it("gives the same summary for counts as for the scores they count", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 5, maxLength: 5 }),
        (given) => {
          const { n, mean, topTwo } = likert(given, 0.95);
          const scores = given.flatMap((count, i) => Array.from({ length: count }, () => i + 1));
          expect(n).toBe(scores.length);
          if (n === 0) return;
          const average = scores.reduce((sum, score) => sum + score, 0) / n;
          expect(mean.mean).toBeCloseTo(average, 12);
          const spread = scores.reduce((sum, score) => sum + (score - average) ** 2, 0);
          if (n > 1) expect(mean.standardDeviation).toBeCloseTo(Math.sqrt(spread / (n - 1)), 10);
          expect(topTwo.estimate).toBeCloseTo(scores.filter((score) => score >= 4).length / n, 12);
        },
      ),
    );
  });
});
