// Whatever people do: each system's figure is what a brute-force reading of its definition gives, and ours plus the steps.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Figure } from "#shared/contract/metric.ts";
import type { ReconciliationAnswer } from "#shared/contract/reconciliation.ts";
import { countRecords } from "../support/count-arbitraries.ts";
import { withMetricStore } from "../support/metric-store.ts";
import type { SentEvent } from "../support/reference-histories.ts";
import { NOW, worlds } from "../support/world-arbitraries.ts";

const DAY = 86_400_000;
type Pair = [n: number, count: number];
type Read = Record<"ours" | "didomi" | "choices" | "osano" | "att", Pair>;

const isChoice = ({ type }: SentEvent) => type === "granted" || type === "declined";
const dayOf = ({ at }: SentEvent) => at.slice(0, 10);

/** What the definitions say, of events that `counts` picks out. */
function readOff(events: readonly SentEvent[], counts: (event: SentEvent) => boolean): Read {
  const read: Read = { ours: [0, 0], didomi: [0, 0], choices: [0, 0], osano: [0, 0], att: [0, 0] };
  const add = (name: keyof Read, event: SentEvent, yes: boolean, n = 1) => {
    const pair = read[name];
    if (!counts(event)) return;
    pair[0] += n;
    pair[1] += yes ? 1 : 0;
  };
  const ordered = events
    .filter(({ type, method }) => !(type === "granted" && method === "implicit"))
    .toSorted(
      (a, b) =>
        Date.parse(a.at) - Date.parse(b.at) || Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)),
    );
  const asks = ordered.filter((e) => isChoice(e) || ["prompt_shown", "dismissed"].includes(e.type));
  for (const own of Map.groupBy(asks, (e) => `${e.subject} ${e.purpose}`).values()) {
    const first = own.find(isChoice);
    if (first !== undefined) add("att", first, first.type === "granted");
    for (const under of Map.groupBy(own, (e) => e.notice).values()) {
      const decision = under.find(isChoice);
      if (decision !== undefined) add("ours", decision, decision.type === "granted");
      for (const [i, event] of under.entries()) {
        const yes = event.type === "granted";
        if (isChoice(event)) add("choices", event, yes);
        const prompted = under.slice(0, i).some(({ type }) => type === "prompt_shown");
        if (event.type === "prompt_shown") add("didomi", event, false);
        if (yes && prompted) add("didomi", event, true, 0);
      }
      const shown = under[0] as SentEvent;
      const soon = under.filter((e) => Date.parse(e.at) - Date.parse(shown.at) <= 7 * DAY);
      const early = soon.find(isChoice);
      if (early !== undefined) add("osano", shown, early.type === "granted");
      else if (soon.some(({ type }) => type === "dismissed")) add("osano", shown, false);
    }
  }
  return read;
}

const pairOf = (figure: Figure): Pair =>
  figure.suppressed ? [-1, -1] : [figure.n, figure.count ?? -1];

function expectToAddUp({ ours, peers }: ReconciliationAnswer): void {
  for (const { as, figure, steps } of peers) {
    const sum = pairOf(ours);
    for (const step of steps) {
      if (step.suppressed) throw new Error("hidden");
      sum[0] += step.n;
      sum[1] += step.count;
    }
    expect({ as, sum }).toEqual({ as, sum: pairOf(figure) });
  }
}

/** Some tools say how many closed the notice, others do not. */
function withDismissals(record: object): object {
  const { channel, shown, granted, declined } = record as Record<string, number | string>;
  if (channel !== "web" || shown === undefined) return record;
  return {
    ...record,
    dismissed: Math.floor((Number(shown) - Number(granted) - Number(declined)) / 2),
  };
}

const questions = fc.record({
  from: fc.constantFrom("2026-01-01", "2026-03-10", "2026-03-23"),
  to: fc.constantFrom("2026-03-29", "2026-04-02", "2026-05-01"),
  channel: fc.constantFrom(undefined, "web", "ios,unknown"),
});

test("each figure is read off the events, and is ours plus the steps", () => {
  fc.assert(
    fc.property(worlds, questions, (events, { from, to, channel }) => {
      withMetricStore({ now: NOW }, (store) => {
        store.sendEvents(events);
        const query = { from, to, ...(channel === undefined ? {} : { channel }) };
        const answer = store.reconcile(query);
        const last = [answer.asOf ?? "", to].sort()[0] ?? "";
        const values = channel?.split(",");
        const read = readOff(
          events,
          (e) =>
            dayOf(e) >= from &&
            dayOf(e) <= last &&
            (values?.includes(e.channel ?? "unknown") ?? true),
        );
        const figures = answer.peers.map(({ as, figure }) => [as, pairOf(figure)]);
        expect({ ours: pairOf(answer.ours), ...Object.fromEntries(figures) }).toEqual({
          ours: read.ours,
          didomi: read.didomi,
          didomi_consent_rate: read.choices,
          usercentrics: read.choices,
          osano: read.osano,
          att: read.att,
        });
        expectToAddUp(answer);
      });
    }),
    { numRuns: 150 },
  );
});

test("with count records, too, the figures are those of the restated metric, and the steps add up", () => {
  fc.assert(
    fc.property(worlds, countRecords, (events, counts) => {
      withMetricStore({ now: NOW }, (store) => {
        store.sendEvents(events);
        if (counts.length > 0) store.sendCounts(counts.map(withDismissals));
        const range = { from: "2026-01-01", to: "2026-05-01" };
        const answer = store.reconcile(range);
        expectToAddUp(answer);
        for (const { as, figure } of answer.peers) {
          expect(figure).toEqual(store.ask("opt_in_rate", { ...range, as }).series[0]?.total);
        }
      });
    }),
    { numRuns: 80 },
  );
});
