// Whatever is taken event by event, in batches and in any order, gives the facts of all events together.
import fc from "fast-check";
import { expect, test } from "vitest";
import { daysOfZone } from "#shared/zone.ts";
import { generateSubjects } from "../../seed/generate.ts";
import { demoWorld } from "../../seed/worlds/demo.ts";
import { type ConsentEvent, compareEvents } from "../../server/fold/event.ts";
import { type Facts, sinkInto } from "../../server/fold/facts.ts";
import { fold, foldInto, SubjectFold } from "../../server/fold/fold.ts";
import { eventNormalizer } from "../../server/ingest/normalize.ts";
import { NOW, worlds, zones } from "../support/world-arbitraries.ts";

const normalize = eventNormalizer(() => Date.parse(NOW));

function normalized(sent: object): { event: ConsentEvent; subject: string } {
  const one = normalize({ ...sent });
  if ("fault" in one) throw new Error(one.fault.message);
  return one;
}

/** The events of each subject, in the order of the fold. */
function subjectsOf(sent: readonly object[]): ConsentEvent[][] {
  const bySubject = Map.groupBy(sent.map(normalized), ({ subject }) => subject);
  return [...bySubject.values()].map((own) => own.map(({ event }) => event).sort(compareEvents));
}

/** In St. John's the clocks went back over the midnight from October to November. */
const CLOCKS_BACK = Date.parse("2009-11-01T02:30:00Z");

/** Histories of one subject; of some the first event is just before the clocks go back. */
const histories = fc
  .tuple(worlds, fc.constantFrom(null, null, 1, 60_000, 3_600_000))
  .map(([sent, before]) =>
    subjectsOf(sent).map((own) => {
      const by = before === null ? 0 : CLOCKS_BACK - before - (own[0]?.at ?? 0);
      return own.map((event) => ({ ...event, at: event.at + by }));
    }),
  );

/** How events arrive: in order, one of them late, or shuffled; and in batches of these sizes, again and again. */
const arrivals = fc.record({
  order: fc.constantFrom("ordered", "ordered", "late", "shuffled"),
  seed: fc.nat(),
  sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }),
});
type Arrival = typeof arrivals extends fc.Arbitrary<infer T> ? T : never;

function batchesOf(events: readonly ConsentEvent[], { order, seed, sizes }: Arrival) {
  const rest = [...events];
  if (order === "late") rest.push(...rest.splice(seed % rest.length, 1));
  if (order === "shuffled") {
    for (let i = rest.length - 1; i > 0; i -= 1) {
      const j = (seed * (i + 7)) % (i + 1);
      [rest[i], rest[j]] = [rest[j] as ConsentEvent, rest[i] as ConsentEvent];
    }
  }
  const batches: ConsentEvent[][] = [];
  for (let i = 0; rest.length > 0; i += 1) batches.push(rest.splice(0, sizes[i % sizes.length]));
  return batches;
}

/** One subject's sums, kept as intake keeps them. */
class KeptSums {
  readonly facts: Facts = new Map();
  readonly #sink = sinkInto(this.facts);
  readonly #dayOf: (at: number) => number;
  #history: SubjectFold;
  held: ConsentEvent[] = [];
  /** Events taken by themselves. */
  taken = 0;

  constructor(dayOf: (at: number) => number) {
    this.#dayOf = dayOf;
    this.#history = new SubjectFold([], dayOf);
  }

  add(batch: readonly ConsentEvent[]): void {
    const ordered = batch.toSorted(compareEvents);
    for (const [i, event] of ordered.entries()) {
      if (!this.#history.take(event, this.#sink)) {
        this.#addAnew(ordered.slice(i));
        break;
      }
      this.held.push(event);
      this.taken += 1;
    }
    expect(this.#history.events).toBe(this.held.length);
  }

  #addAnew(more: readonly ConsentEvent[]): void {
    foldInto(this.#sink, this.held, this.#dayOf, -1);
    this.held.push(...more);
    foldInto(this.#sink, this.held, this.#dayOf, 1);
    this.#history = new SubjectFold(this.held, this.#dayOf);
  }
}

/** One run fixed once, and one never seen before. */
const seeds = [
  ["fixed once", { seed: 815 }],
  ["never seen before", {}],
] as const;

test.each(seeds)(
  "batches in any order give the facts of all events, after each of them: histories %s",
  (_, seed) => {
    fc.assert(
      fc.property(histories, zones, arrivals, (subjects, zone, arrival) => {
        const dayOf = daysOfZone(zone);
        for (const events of subjects) {
          const kept = new KeptSums(dayOf);
          for (const batch of batchesOf(events, arrival)) {
            kept.add(batch);
            expect(kept.facts).toEqual(fold(kept.held, dayOf));
          }
          expect(kept.facts).toEqual(fold(events, dayOf));
        }
      }),
      { numRuns: 250, ...seed },
    );
  },
);

test.each(seeds)("an event that is not taken leaves no trace: histories %s", (_, seed) => {
  fc.assert(
    fc.property(histories, zones, arrivals, (subjects, zone, arrival) => {
      const dayOf = daysOfZone(zone);
      for (const events of subjects) {
        const history = new SubjectFold([], dayOf);
        const sums: Facts = new Map();
        const sink = sinkInto(sums);
        const offered = batchesOf(events, arrival).flat();
        const taken = offered.filter((event) => history.take(event, sink));
        expect(sums).toEqual(fold(taken, dayOf));
        expect(history.events).toBe(taken.length);
      }
    }),
    { numRuns: 150, ...seed },
  );
});

test("nearly all events of the demo world are taken by themselves where they come in order", () => {
  const dayOf = daysOfZone("Europe/Berlin");
  const size = { seed: 3, until: "2026-03-31", days: 548, subjects: 400 };
  let [events, taken] = [0, 0];
  for (const sent of generateSubjects(demoWorld, size)) {
    const kept = new KeptSums(dayOf);
    for (const event of subjectsOf(sent).flat()) kept.add([event]);
    expect(kept.facts).toEqual(fold(kept.held, dayOf));
    events += kept.held.length;
    taken += kept.taken;
  }
  expect(events).toBeGreaterThan(3000);
  // Some tell their age only after they were asked for the first time.
  expect(taken / events).toBeGreaterThan(0.98);
});
