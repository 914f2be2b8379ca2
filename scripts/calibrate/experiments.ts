// `--experiments N --seed S`: how often tests whose truth is known would be shipped, looked at daily for 60 days. Prints a table
// with the error of its own chance; fails where a case is outside its bound by more than that error allows.
// The methods were tuned on seeds 1 to 9; what is reported is of another.
import { parseArgs } from "node:util";
import { Random } from "../../seed/random.ts";
import { type ExperimentCase, experimentCases } from "./experiment-cases.ts";
import { DAYS, firstShipped, plannedPeople } from "./simulate-experiment.ts";

const DEFAULT_EXPERIMENTS = 2000;
const DEFAULT_SEED = 2026;
/** Standard errors by which a share may miss its bound by chance. */
const ALLOWED_ERRORS = 2;

export type Calibrated = {
  name: string;
  people: number;
  experiments: number;
  /** Share of the tests that were ever shipped, and its Monte-Carlo standard error. */
  shipped: number;
  error: number;
  /** Day of the median one that was shipped. */
  medianDay: number | null;
  bound: string;
  holds: boolean;
};

/** Deterministic: the same for the same seed. */
export function calibrateExperiments(experiments: number, seed: number): Calibrated[] {
  return experimentCases.map((test, at) => calibrate(test, at, experiments, seed));
}

function calibrate(
  test: ExperimentCase,
  at: number,
  experiments: number,
  seed: number,
): Calibrated {
  const people = plannedPeople(test);
  const days = Array.from({ length: experiments }, (_, i) =>
    firstShipped(new Random(seed, at * 1_000_000 + i), test, people),
  ).filter((day) => day !== null);
  const shipped = days.length / experiments;
  const error = Math.sqrt((shipped * (1 - shipped)) / experiments);
  const sorted = days.toSorted((a, b) => a - b);
  const { name } = test;
  const medianDay = sorted[Math.floor(sorted.length / 2)] ?? null;
  const margin = ALLOWED_ERRORS * error;
  const [bound, holds] =
    "most" in test.shipped
      ? [`at most ${percent(test.shipped.most)}`, shipped - margin <= test.shipped.most]
      : [`at least ${percent(test.shipped.least)}`, shipped + margin >= test.shipped.least];
  return { name, people, experiments, shipped, error, medianDay, bound, holds };
}

export function tableOf(rows: readonly Calibrated[]): string {
  const columns = ["case", "people", "tests", "shipped", "error", "bound", "median day", "holds"];
  const cells = rows.map((row) => [
    row.name,
    String(row.people),
    String(row.experiments),
    percent(row.shipped),
    `± ${percent(row.error)}`,
    row.bound,
    row.medianDay === null ? "" : String(row.medianDay),
    row.holds ? "yes" : "NO",
  ]);
  const widths = columns.map((name, i) =>
    Math.max(name.length, ...cells.map((row) => row[i]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ");
  return [line(columns), ...cells.map(line)].map((text) => text.trimEnd()).join("\n");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** The command: whether every case holds. */
export function reportExperiments(experiments: number, seed: number): boolean {
  console.log(`Tests looked at on each of ${DAYS} days, seed ${seed}.\n`);
  const rows = calibrateExperiments(experiments, seed);
  console.log(tableOf(rows));
  return rows.every(({ holds }) => holds);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      experiments: { type: "string", default: String(DEFAULT_EXPERIMENTS) },
      seed: { type: "string", default: String(DEFAULT_SEED) },
    },
  });
  const [experiments, seed] = [Number(values.experiments), Number(values.seed)];
  if (!Number.isInteger(experiments) || experiments < 1 || !Number.isInteger(seed)) {
    console.error("Give --experiments and --seed as whole numbers.");
    process.exitCode = 1;
  } else {
    process.exitCode = reportExperiments(experiments, seed) ? 0 : 1;
  }
}
