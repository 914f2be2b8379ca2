// Retention: what raw events gave to the figures outlives them, byte by byte.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type MetricStore, withMetricStore } from "../support/metric-store.ts";
import type { ReferenceQuestion } from "../support/reference-metrics.ts";
import {
  batchesOf,
  NOW,
  queryOf,
  questionnaires,
  worlds,
  zones,
} from "../support/world-arbitraries.ts";

const seeds = [
  ["fixed once", { seed: 47 }],
  ["never seen before", {}],
] as const;

const cutoffs = fc.constantFrom(
  "2026-02-09T12:00:00.001Z",
  "2026-02-20T00:00:00Z",
  "2026-03-10T00:00:00Z",
  "2026-03-26T15:00:00Z",
  "2026-04-03T00:00:00Z",
);

/** As they are sent, the count of commits included: retention changes no figure. */
function answersOf(store: MetricStore, questions: readonly ReferenceQuestion[]): string[] {
  return questions.map((question) => JSON.stringify(store.ask(question.metric, queryOf(question))));
}

const clean = { count: 0, first: [] };

test.each(seeds)(
  "answers are the same before and after, sums are fold + ledger, and late events are refused: worlds %s",
  (_, seed) => {
    fc.assert(
      fc.property(
        fc.record({
          worlds,
          zone: zones,
          questionnaires,
          order: fc.nat(),
          cutoff: cutoffs,
          later: cutoffs,
        }),
        ({ worlds: events, zone, questionnaires: questions, order, cutoff, later }) => {
          withMetricStore({ now: NOW, zone }, (store) => {
            for (const batch of batchesOf(events, order)) store.sendEvents(batch);
            const before = answersOf(store, questions);
            for (const reached of [cutoff, later]) {
              store.retain(reached);
              expect(store.verify().differences).toEqual(clean);
              expect(answersOf(store, questions)).toEqual(before);
            }

            const last = Math.max(Date.parse(cutoff), Date.parse(later));
            const sentAgain = store.sendEvents(events);
            const old = events.filter(({ at }) => Date.parse(at) < last);
            expect(sentAgain.accepted).toBe(0);
            // Those of people who keep their history are known, and so duplicates.
            expect(sentAgain.rejected.length).toBeLessThanOrEqual(old.length);
            expect(sentAgain.rejected.every(({ code }) => code === "before_retention")).toBe(true);
            const unheard = old.map((event) => ({ ...event, id: `late ${event.id}` }));
            const late = unheard.length === 0 ? null : store.sendEvents(unheard);
            expect(late?.rejected.length ?? 0).toBe(unheard.length);
            expect(answersOf(store, questions)).toEqual(before);

            store.rebuild();
            expect(store.verify().differences).toEqual(clean);
            expect(answersOf(store, questions).map(withoutVersion)).toEqual(
              before.map(withoutVersion),
            );
          });
        },
      ),
      { numRuns: 60, ...seed },
    );
  },
);

function withoutVersion(answer: string): string {
  return answer.replace(/"dataVersion":\d+/, "");
}

test.each(seeds)(
  "events that come after, in any order, leave no sum below zero and verify clean: worlds %s",
  (_, seed) => {
    fc.assert(
      fc.property(
        fc.record({ worlds, zone: zones, order: fc.nat(), cutoff: cutoffs, questionnaires }),
        ({ worlds: events, zone, order, cutoff, questionnaires: questions }) => {
          withMetricStore({ now: NOW, zone }, (store) => {
            const early = events.filter((_, i) => i % 2 === 0);
            store.sendEvents(early);
            store.retain(cutoff);
            const allowed = events.filter(({ at }) => Date.parse(at) >= Date.parse(cutoff));
            for (const batch of batchesOf(allowed, order)) store.sendEvents(batch);
            expect(store.verify().differences).toEqual(clean);
            for (const answer of questions.map((one) => store.ask(one.metric, queryOf(one)))) {
              for (const { points, total } of answer.series) {
                for (const one of [...points, total]) {
                  if (!one.suppressed) expect(one.n).toBeGreaterThanOrEqual(0);
                }
              }
            }
            store.erase(events[0]?.subject ?? "");
            expect(store.verify().differences).toEqual(clean);
          });
        },
      ),
      { numRuns: 40, ...seed },
    );
  },
);

const common = { purpose: "ads", notice: "n1", channel: "web" };
const events = [
  { id: "1", subject: "left", type: "declined", at: "2025-01-01T10:00:00Z", ...common },
  { id: "2", subject: "stays", type: "granted", at: "2025-01-01T11:00:00Z", ...common },
  { id: "3", subject: "again", type: "prompt_shown", at: "2025-01-01T12:00:00Z", ...common },
  { id: "4", subject: "again", type: "prompt_shown", at: "2026-03-30T12:00:00Z", ...common },
];
const cutoff = "2026-01-01T00:00:00Z";

test("a consent in force keeps its history, so that its withdrawal still counts", () => {
  withMetricStore({ now: NOW }, (store) => {
    store.sendEvents(events);
    store.retain(cutoff);
    expect(store.intake()).toMatchObject({ events: 3, subjects: 2 });
    const sent = store.sendEvents([
      { id: "5", subject: "stays", type: "withdrawn", at: "2026-04-01T10:00:00Z", purpose: "ads" },
    ]);
    expect(sent.accepted).toBe(1);
    const asked = { from: "2025-01-01", to: "2026-04-02" };
    expect(store.ask("withdrawal_rate", asked).series[0]?.total).toMatchObject({ count: 1 });
    expect(store.ask("active_consents", asked).series[0]?.total).toMatchObject({ n: 0 });
    // Ended, it goes at the next turn.
    store.retain("2026-04-02T00:00:00Z");
    expect(store.intake()).toMatchObject({ events: 0, subjects: 0 });
    expect(store.ask("withdrawal_rate", asked).series[0]?.total).toMatchObject({ count: 1 });
    expect(store.verify().differences).toEqual(clean);
  });
});

test("who is asked again is still known to have been asked before", () => {
  withMetricStore({ now: NOW }, (store) => {
    store.sendEvents(events);
    store.retain(cutoff);
    store.sendEvents([
      { id: "6", subject: "again", type: "granted", at: "2026-04-01T12:00:00Z", ...common },
    ]);
    const asked = { from: "2025-01-01", to: "2026-04-02" };
    const { total } = store.ask("consent_coverage", asked).series[0] ?? {};
    expect(total).toMatchObject({ n: 3, count: 2 });
    expect(store.ask("opt_in_rate", asked).series[0]?.total).toMatchObject({ n: 3, count: 2 });
  });
});

test("a refusal names field, value and rule", () => {
  withMetricStore({ now: NOW }, (store) => {
    store.sendEvents(events);
    store.retain(cutoff);
    const [refusal] = store.sendEvents([events[0] ?? {}]).rejected;
    expect(refusal).toMatchObject({ index: 0, id: "1", code: "before_retention", field: "at" });
    expect(refusal?.message).toBe(
      "at is 2025-01-01T10:00:00.000Z, before 2026-01-01T00:00:00.000Z: raw events before that are no longer kept",
    );
  });
});

test("cut short, it leaves sums that are right, and goes on at its next turn", () => {
  withMetricStore({ now: NOW }, (store) => {
    const many = Array.from({ length: 500 }, (_, i) => ({
      ...events[0],
      id: `m${i}`,
      subject: `m${i}`,
    }));
    store.sendEvents(many);
    const asked = { from: "2025-01-01", to: "2025-01-02" };
    const before = store.ask("opt_in_rate", asked);
    store.retain(cutoff, 1);
    const half = store.intake().events;
    expect([half > 0, half < 500]).toEqual([true, true]);
    expect(store.verify().differences).toEqual(clean);
    expect(store.ask("opt_in_rate", asked)).toEqual(before);
    expect(store.sendEvents(many).rejected.length).toBe(500 - half);
    store.retain(cutoff);
    expect(store.intake()).toMatchObject({ events: 0, subjects: 0 });
    expect(store.verify().differences).toEqual(clean);
    expect(store.ask("opt_in_rate", asked)).toEqual(before);
  });
});
