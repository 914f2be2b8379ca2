/** How often a verdict of the same design is wrong, from what `npm run calibrate` measured. */
import measured from "#shared/calibration.json" with { type: "json" };
import type { Calibration, Diagnostics } from "#shared/contract/verdict.ts";
import type { Language } from "#shared/vocabulary.ts";
import { type Method, methodOf } from "../verdicts/method.ts";
import { wordsOf } from "../verdicts/word-tables.ts";

const nothing: Record<Method, Omit<Calibration, "text" | "table">> = measured.nothing;

export function calibrationOf(
  { inference, outcomes }: Diagnostics,
  language: Language,
): Calibration | null {
  const method = methodOf(
    inference,
    outcomes.map(({ season }) => season),
  );
  if (method === null) return null;
  const { worlds, falseClaims } = nothing[method];
  const text = wordsOf[language].calibration(worlds, Math.round(worlds * falseClaims));
  return { ...nothing[method], text, table: "/glossary#how-often-wrong" };
}
