// The whole way from events to figures gives what the definitions say, as a brute-force reading of them computes it.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { MetricAnswer } from "#shared/contract/metric.ts";
import { withMetricStore } from "../support/metric-store.ts";
import {
  type ReferenceAnswer,
  type ReferenceQuestion,
  referenceAnswer,
} from "../support/reference-metrics.ts";
import {
  answeringWorlds,
  batchesOf,
  NOW,
  queryOf,
  questionnaires,
  scoreQuestionnaires,
  worlds,
  zones,
} from "../support/world-arbitraries.ts";

/** The calendar day in a zone, looked up instant by instant. */
function dayIn(zone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
  return (ms) => Date.parse(format.format(ms)) / 86_400_000;
}

/** How far a number may be off: durations come from bins, whose medians' ratio is exact to 2.5 %. */
function toleranceOf({ metric, stat }: ReferenceQuestion, field: string): number {
  if (metric !== "opt_out_effort" || stat !== "time" || field === "n" || field === "count")
    return 1e-9;
  return field === "value" ? 0.025 : 0.1;
}

function differences(question: ReferenceQuestion, expected: ReferenceAnswer, answer: MetricAnswer) {
  const found: string[] = [];
  const compare = (where: string, want: object, got: object) => {
    for (const field of ["start", "n", "count", "value", "low", "high"]) {
      const [a, b] = [want, got].map((one) => (one as Record<string, unknown>)[field]);
      const near =
        typeof a === "number" &&
        typeof b === "number" &&
        Math.abs(a - b) <= toleranceOf(question, field) * Math.max(1e-3, Math.abs(a));
      if (a !== b && !near) found.push(`${where} ${field}: ${a}, not ${b}`);
    }
  };
  const names = (series: readonly { group: object }[]) =>
    series.map((one) => JSON.stringify(one.group));
  expect(answer.asOf).toBe(expected.asOf);
  expect(names(answer.series)).toEqual(names(expected.series));
  if ("scale" in answer) expect(answer.scale).toBe(expected.scale);
  for (const [i, { group, points, total }] of expected.series.entries()) {
    const own = answer.series[i];
    if (own === undefined) continue;
    expect(own.points.length).toBe(points.length);
    const name = JSON.stringify(group);
    for (const [j, point] of points.entries())
      compare(`${name} ${point.start}`, point, own.points[j] ?? {});
    compare(`${name} total`, total, own.total);
  }
  return found;
}

function holds(
  seed: number | undefined,
  numRuns: number,
  [world, asked] = [worlds, questionnaires],
): void {
  fc.assert(
    fc.property(world, zones, fc.integer(), asked, (events, zone, order, questions) => {
      const dayOf = dayIn(zone);
      const today = dayOf(Date.parse(NOW));
      withMetricStore({ now: NOW, zone }, (store) => {
        store.together(() => {
          for (const batch of batchesOf(events, order)) {
            expect(store.sendEvents(batch).rejected).toEqual([]);
          }
        });
        for (const question of questions) {
          const expected = referenceAnswer(events, question, { dayOf, today });
          const answer = store.ask(question.metric, queryOf(question));
          expect({ question, found: differences(question, expected, answer) }).toEqual({
            question,
            found: [],
          });
        }
      });
    }),
    { numRuns, ...(seed === undefined ? {} : { seed }) },
  );
}

test("every metric is what the definitions say, of worlds fixed once", () => {
  holds(20_260_404, 200);
});

test("every metric is what the definitions say, of worlds never seen before", () => {
  holds(undefined, 150);
});

test.each([
  ["fixed once", 815],
  ["never seen before", undefined],
] as const)("scores know of several answers of one person: worlds %s", (_, seed) => {
  holds(seed, 60, [answeringWorlds, scoreQuestionnaires]);
});
