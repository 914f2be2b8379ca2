/** Outside figures to compare with: who was asked what, when, and how far it compares. Never targets. */
import { z } from "zod";
import { metricNames } from "../metric-list.ts";
import { generations } from "../vocabulary.ts";
import { integer, type Kept, text } from "./fields.ts";

const fields = z.strictObject({
  metric: z.enum(metricNames),
  /** In the metric's unit: shares from 0 to 1. */
  value: z.number(),
  /** The groups that it speaks of; null for everybody. */
  generations: z.array(z.enum(generations)).min(1).nullable(),
  question: text(1, 500),
  population: text(0, 500),
  /** How many were asked; null where that was not published. */
  n: integer(1, Number.MAX_SAFE_INTEGER).nullable(),
  /** As exact as it is known. */
  date: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
    message: "a year, a month or a day, such as 2020, 2020-05 or 2020-05-14",
  }),
  source: text(1, 500),
  /** How far it compares. */
  note: text(0, 1000),
});

export const benchmarkInput = fields.extend({
  generations: fields.shape.generations.default(null),
  population: fields.shape.population.default(""),
  n: fields.shape.n.default(null),
  note: fields.shape.note.default(""),
});
export const benchmarkPatch = fields.partial();
export type BenchmarkInput = z.output<typeof benchmarkInput>;
export type OwnBenchmark = BenchmarkInput & Kept;

/** One as the page shows it; those built in cannot be changed. */
export interface Benchmark extends BenchmarkInput {
  id: string;
  builtIn: boolean;
}
