// The demo world's experiments get the recommendation that the truth planted in them deserves.
import { afterAll, beforeAll, expect, test } from "vitest";
import { experimentRecords } from "../../seed/experiment-records.ts";
import { generateSubjects } from "../../seed/generate.ts";
import { demoWorld } from "../../seed/worlds/demo.ts";
import { plantedTruth } from "../../seed/worlds/truth.ts";
import type { World } from "../../seed/worlds/world.ts";
import { type ApiServer, NOW, ndjson, startApi } from "../support/api-server.ts";
import { resultsOf } from "../support/experiment-api.ts";

const until = "2026-03-30";
/** Its last months alone, with the experiments in them; of a seed that nothing was tuned on. */
const world: World = {
  ...demoWorld,
  changes: [],
  experiments: demoWorld.experiments.map((one) => ({ ...one, weeksBefore: 10 })),
};
/** So many that as many take part as in the whole world. */
const size = { seed: 31, until, days: 90, subjects: 19_600, from: 0 };

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
  // Who took part in neither adds nothing to either.
  const people = [...generateSubjects(world, size)].filter((events) =>
    events.some(({ experiment }) => experiment !== undefined),
  );
  for (let at = 0; at < people.length; at += 1000) {
    const body = new TextEncoder().encode(ndjson(people.slice(at, at + 1000).flat()));
    const answer = await api.writer.send("events", { body, format: "ndjson", now: NOW });
    expect(answer.rejected).toEqual([]);
  }
  for (const { record } of experimentRecords(world, until)) {
    await api.writer.send("putRecord", { kind: "experiment", record });
  }
}, 180_000);
afterAll(() => api.stop());

test.each(plantedTruth(world, until).experiments)("$slug: $recommendation", async (planted) => {
  const { recommendation, variant, sampleRatio, comparisons, arms } = await resultsOf(
    api,
    planted.slug,
  );
  expect(sampleRatio.state).toBe("as_planned");
  expect(arms.map((arm) => arm.variant)).toEqual([planted.control, planted.variant]);
  expect([recommendation, variant]).toEqual([planted.recommendation, planted.variant]);
  for (const { outcome, low, high } of comparisons[0]?.outcomes ?? []) {
    const truth =
      outcome === "opt_in_yield" || outcome === "understanding" ? planted.effects[outcome] : null;
    if (truth === null) continue;
    expect(low, outcome).toBeLessThan(truth);
    expect(high, outcome).toBeGreaterThan(truth);
  }
});
