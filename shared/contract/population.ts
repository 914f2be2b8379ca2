/** A named population to weight shares to: how it divides by generation, and by region where that is known. */
import { z } from "zod";
import { SUM_TOLERANCE, stratumName } from "../strata.ts";
import { type Generation, generations, UNKNOWN } from "../vocabulary.ts";
import { type Kept, region, slug, text } from "./fields.ts";

const known = generations.filter((name) => name !== UNKNOWN) as Exclude<Generation, "unknown">[];

const stratum = z.strictObject({
  generation: z.enum(known),
  region: region.refine((code) => code !== UNKNOWN, "a region, not unknown").optional(),
  share: z.number().min(0).max(1),
});
export type Stratum = z.output<typeof stratum>;

const fields = z.strictObject({
  /** What `weights=` calls it. */
  name: slug,
  title: text(0, 200),
  source: text(0, 500),
  strata: z.array(stratum).min(1).max(2000).superRefine(checkStrata),
});

export const populationInput = fields.extend({
  title: fields.shape.title.default(""),
  source: fields.shape.source.default(""),
});
export const populationPatch = fields.partial();
export type PopulationInput = z.output<typeof populationInput>;
export type Population = PopulationInput & Kept;

/** Silently renormalised shares would be another population. */
function checkStrata(strata: readonly Stratum[], context: z.RefinementCtx): void {
  const refuse = (message: string): void => {
    context.addIssue({ code: "custom", message, params: { code: "counts_disagree" } });
  };
  const total = strata.reduce((sum, { share }) => sum + share, 0);
  if (Math.abs(total - 1) > SUM_TOLERANCE) {
    refuse(`the shares add up to ${Number(total.toFixed(4))}, but have to add up to 1`);
  }
  const regional = strata.filter((one) => one.region !== undefined).length;
  if (regional !== 0 && regional !== strata.length) {
    refuse("some strata have a region and some have none: give all of them one, or none");
  }
  const names = strata.map(stratumName);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) refuse(`the stratum ${twice} is given twice`);
}
