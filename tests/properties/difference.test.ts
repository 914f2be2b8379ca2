// What new events change in the facts is what their subject's facts are then, less those of before, whatever the order.
import fc from "fast-check";
import { expect, test } from "vitest";
import { eventTypes, methods } from "#shared/vocabulary.ts";
import type { ConsentEvent } from "../../server/fold/event.ts";
import { type Facts, sinkInto } from "../../server/fold/facts.ts";
import { fold, type SubjectFold } from "../../server/fold/fold.ts";
import { addDifference } from "../../server/ingest/difference.ts";
import { event } from "../support/fold-events.ts";

const HOUR_MS = 3_600_000;
const dayOf = (at: number): number => Math.floor(at / 86_400_000);
const optional = (...values: string[]) => fc.option(fc.constantFrom(...values), { freq: 2 });
const events: fc.Arbitrary<ConsentEvent> = fc
  .tuple(
    fc.constantFrom(...eventTypes),
    fc.nat(400),
    fc.record({
      purpose: fc.constantFrom("ads", "email"),
      notice: fc.constantFrom("n1", "n2"),
      generation: optional("gen_x", "gen_z") as fc.Arbitrary<ConsentEvent["generation"]>,
      experiment: optional("x1", "x2"),
      variant: fc.constantFrom("a", "b"),
      method: fc.constantFrom(...methods),
      durationMs: fc.option(fc.nat(100)),
    }),
  )
  .map(([type, hours, stated]) => {
    const variant = stated.experiment === null ? null : stated.variant;
    return event(type, hours * HOUR_MS, { ...stated, variant });
  });

test.each([
  ["fixed once", { seed: 7 }],
  ["never seen before", {}],
] as const)("batch by batch, the facts come to those of the whole: events %s", (_, seed) => {
  const batches = fc.array(fc.array(events, { minLength: 1, maxLength: 5 }), { maxLength: 8 });
  fc.assert(
    fc.property(batches, fc.boolean(), (given, inOrder) => {
      const flat = given.flat();
      if (inOrder) flat.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
      const facts: Facts = new Map();
      const before: ConsentEvent[] = [];
      let history: SubjectFold | null = null;
      for (const { length } of given) {
        const added = flat.splice(0, length);
        const earlier = [...before];
        history = addDifference(sinkInto(facts), history, () => earlier, added, dayOf);
        before.push(...added);
        if (history !== null) expect(history.events).toBe(before.length);
        expect(new Map([...facts].toSorted())).toEqual(
          new Map([...fold(before, dayOf)].toSorted()),
        );
      }
    }),
    { numRuns: 500, ...seed },
  );
});
