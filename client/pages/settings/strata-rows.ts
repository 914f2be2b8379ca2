/** The shares of a population as typed: rows to strata, strata to rows, and what is wrong with them. */
import type { Stratum } from "#shared/contract/population.ts";
import { SUM_TOLERANCE, stratumName } from "#shared/strata.ts";
import { generations, UNKNOWN } from "#shared/vocabulary.ts";
import { parseTyped, percentOf, shareOf } from "../../format/typed.ts";
import { t } from "../../i18n/translate.ts";

export interface StrataRow {
  generation: Stratum["generation"];
  /** Empty for all regions. */
  region: string;
  percent: string;
}

export const knownGenerations = generations.filter((name) => name !== UNKNOWN);
const REGION = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

export function rowsOf(strata: readonly Stratum[]): StrataRow[] {
  return strata.map(({ generation, region = "", share }) => ({
    generation,
    region,
    percent: percentOf(share),
  }));
}

/** A row without a share is no group yet: it is left out. */
function isEmpty({ percent }: StrataRow): boolean {
  return percent.trim() === "";
}

/** Of rows without problems. */
export function strataOf(rows: readonly StrataRow[]): Stratum[] {
  const given = rows.filter((row) => !isEmpty(row));
  return given.map(({ generation, region, percent }) => ({
    generation,
    ...(region === "" ? {} : { region }),
    share: shareOf(parseTyped(percent) ?? 0),
  }));
}

export function namesOf(strata: readonly Stratum[]): string[] {
  return strata.map(stratumName);
}

/** In per cent; what is no number counts as nothing. */
export function totalOf(rows: readonly StrataRow[]): number {
  const total = rows.reduce((sum, { percent }) => sum + (parseTyped(percent) ?? 0), 0);
  return Number(total.toFixed(6));
}

export function isWhole(rows: readonly StrataRow[]): boolean {
  return Math.abs(totalOf(rows) - 100) <= 100 * SUM_TOLERANCE;
}

export interface RowProblem {
  field: "generation" | "region" | "percent";
  message: string;
}

/** The first problem of each row; null where there is none. */
export function problemsOf(rows: readonly StrataRow[]): (RowProblem | null)[] {
  const isRegional = rows.some((row) => !isEmpty(row) && row.region !== "");
  const seen = new Set<string>();
  return rows.map((row) => {
    if (isEmpty(row)) return null;
    const { region, percent } = row;
    const value = parseTyped(percent);
    const name = `${row.generation} ${region}`;
    if (seen.has(name)) {
      return { field: "generation", message: t("populations.twice") };
    }
    seen.add(name);
    if (isRegional && !REGION.test(region)) {
      return { field: "region", message: t("populations.regionRule") };
    }
    if (value === null || value < 0 || value > 100) {
      return { field: "percent", message: t("populations.shareRule") };
    }
    return null;
  });
}

/**
 * Rows out of a table: generation, region (may be left out), per cent; parted by tabs, semicolons or commas. A head is passed
 * over, and shares of 1 are taken for per cent where they add up to 1.
 */
export function parseRows(text: string): {
  rows: StrataRow[];
  bad: { line: number; text: string }[];
} {
  const rows: StrataRow[] = [];
  const bad: { line: number; text: string }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const row = parseRow(line);
    if (row !== null) rows.push(row);
    else if (rows.length > 0 || bad.length > 0 || /\d/.test(line)) {
      bad.push({ line: index + 1, text: line.trim().slice(0, 60) });
    }
  }
  if (Math.abs(totalOf(rows) - 1) > SUM_TOLERANCE) return { rows, bad };
  return {
    rows: rows.map((row) => ({ ...row, percent: percentOf(parseTyped(row.percent) ?? 0) })),
    bad,
  };
}

function parseRow(line: string): StrataRow | null {
  const separator = ["\t", ";", ","].find((one) => line.includes(one)) ?? ",";
  const cells = line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const [name = "", ...rest] = cells;
  const generation = generationOf(name);
  const percent = rest.at(-1) ?? "";
  const region = rest.length > 1 ? (rest[0] ?? "").toUpperCase() : "";
  if (generation === null || rest.length > 2 || parseTyped(percent) === null) return null;
  return { generation, region, percent: percent.replace(/\s*%$/, "") };
}

/** "gen_z", "Gen Z", "Millennials" */
function generationOf(text: string): StrataRow["generation"] | null {
  const name = text
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_")
    .replace(/s$/, "");
  return knownGenerations.find((known) => known === name) ?? null;
}
