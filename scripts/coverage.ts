// `npm run coverage`: how often each interval that Candor shows holds the truth, by drawing from known ones.
// Prints a table, and writes docs/coverage.md and what the definitions say of it, shared/coverage.json. Seeded: the
// same draws give the same text. `--draws 20000`, `--seed 7`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Random } from "../seed/random.ts";
import type { Interval, Setting } from "./coverage-draws/interval.ts";
import { INTERVALS } from "./coverage-draws/intervals.ts";

type Measured = { interval: Interval; rows: readonly Row[] };
type Row = { size: string; world: string; shown: number; covered: number; error: number };

const NOMINAL = 0.95;
const LOW_PERCENT = 93;

const { values } = parseArgs({
  options: {
    draws: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
  },
});
const [draws, seed] = [Number(values.draws), Number(values.seed)];
if (!Number.isSafeInteger(draws) || draws < 1 || !Number.isSafeInteger(seed)) {
  throw new Error("--draws takes a whole number above 0, --seed a whole number");
}

let stream = 0;
const measured = INTERVALS.map((interval) => {
  const rows = interval.settings.map((setting) => {
    stream += 1;
    return measure(setting, new Random(seed, stream));
  });
  print(interval, rows);
  return { interval, rows };
});

for (const { interval, rows } of measured) {
  if (rows.every(({ covered }) => isLow(covered)))
    throw new Error(`${interval.name}: all below 93 %`);
  if (interval.shortFor || !rows.some(({ covered, error }) => isLow(covered + 4 * error))) continue;
  throw new Error(`${interval.name} falls below 93 %: its shortFor has to say for what`);
}

const root = join(import.meta.dirname, "..");
writeFileSync(join(root, "docs/coverage.md"), document(measured));
writeFileSync(
  join(root, "shared/coverage.json"),
  `${JSON.stringify(summary(measured), null, 2)}\n`,
);
console.log(`\n${draws} draws a line, written to docs/coverage.md and shared/coverage.json`);

// An exact interval that falls short by more than chance explains is a defect.
const short = measured.flatMap(({ interval, rows }) =>
  interval.exact ? rows.filter(({ covered, error }) => covered + 4 * error < NOMINAL) : [],
);
process.exitCode = short.length > 0 ? 1 : 0;

function measure({ size, world, truth, draw }: Setting, random: Random): Row {
  let [shown, hits] = [0, 0];
  for (let i = 0; i < draws; i += 1) {
    const { low, high } = draw(random);
    if (low === null || high === null) continue;
    shown += 1;
    // A limit that is the truth but for its last digits holds it.
    const slack = 1e-12 * Math.max(1, Math.abs(truth));
    if (low <= truth + slack && truth <= high + slack) hits += 1;
  }
  const covered = shown === 0 ? Number.NaN : hits / shown;
  // At a coverage of 1 the plain error would be 0.
  const chance = (hits + 2) / (shown + 4);
  return {
    size,
    world,
    shown: shown / draws,
    covered,
    error: Math.sqrt((chance * (1 - chance)) / shown),
  };
}

/** To a tenth, so that all that is written agrees. */
function percentOf(share: number): number {
  return Number((100 * share).toFixed(1));
}

function isLow(covered: number): boolean {
  return percentOf(covered) < LOW_PERCENT;
}

/** Per interval of a definition: the lines from 93 % on, and those below. */
function summary(all: readonly Measured[]) {
  const span = (rows: readonly Row[]) => {
    const percents = rows.map(({ covered }) => percentOf(covered)).filter((x) => !Number.isNaN(x));
    return { leastPercent: Math.min(...percents), mostPercent: Math.max(...percents) };
  };
  const intervals = all.flatMap(({ interval: { key, shortFor }, rows }) => {
    if (key === null) return [];
    const low = rows.filter(({ covered }) => isLow(covered));
    const short =
      low.length === 0
        ? null
        : {
            for: shortFor ?? "no reason but chance",
            sizes: sizesOf(low),
            ...span(low),
          };
    return [[key, { ...span(rows.filter(({ covered }) => !isLow(covered))), short }] as const];
  });
  return {
    writtenBy: "npm run coverage",
    draws,
    seed,
    intervals: Object.fromEntries(intervals),
  };
}

/** "n = 3", "n = 50" → "n = 3 to 50"; empty for sizes of several numbers, which the document lists. */
function sizesOf(rows: readonly Row[]): string {
  const numbers = rows.map(({ size }) => size.match(/[\d.]+/g) ?? []);
  if (numbers.some(({ length }) => length !== 1)) return "";
  const [first, last] = [numbers[0]?.[0] ?? "", numbers.at(-1)?.[0] ?? ""];
  const size = rows[0]?.size ?? "";
  return first === last ? size : size.replace(first, `${first} to ${last}`);
}

function percent(share: number): string {
  return Number.isNaN(share) ? "–" : `${percentOf(share).toFixed(1)} %`;
}

function print({ name }: Interval, rows: readonly Row[]): void {
  console.log(`\n${name}`);
  for (const { size, world, shown, covered, error } of rows) {
    const mark = isLow(covered) ? "  below 93 %" : "";
    const part = shown < 1 ? `  (limits in ${percent(shown)} of the draws)` : "";
    console.log(
      `  ${size.padEnd(44)}${world.padEnd(28)}${percent(covered).padStart(8)} ± ${percent(error)}${mark}${part}`,
    );
  }
}

function document(all: readonly Measured[]): string {
  return `${[
    "# Coverage of the intervals",
    "",
    `How often the 95 % interval that Candor shows holds the truth, where the truth is known because it was drawn from: ${draws} draws a line, seed ${seed}, with the Monte-Carlo error (one standard deviation). Written by \`npm run coverage\`; \`npm run coverage -- --draws 100000\` is slower and sharper.`,
    "",
    'An interval without limits is not shown, and not counted: "shown" says in how many of the draws there was one. Lines below 93 % are in bold.',
    ...all.flatMap(({ interval, rows }) => section(interval, rows)),
  ].join("\n")}\n`;
}

function section({ name, exact, why }: Interval, rows: readonly Row[]): string[] {
  const low = rows.filter(({ covered }) => isLow(covered));
  const lines = rows.map(({ size, world, shown, covered, error }) => {
    const cell = isLow(covered) ? `**${percent(covered)}**` : percent(covered);
    return `| ${size} | ${world} | ${cell} | ${percent(error)} | ${percent(shown)} |`;
  });
  const places = low.map(({ size, world, covered }) => `${size}, ${world} (${percent(covered)})`);
  const short =
    low.length === 0
      ? `Nowhere below 93 %${exact ? ", and at least 95 % but for chance" : ""}.`
      : `Below 93 % at ${places.join("; ")}.`;
  return [
    "",
    `## ${name}`,
    "",
    `${short} ${why}`,
    "",
    "| size | truth | coverage | ± | shown |",
    "|---|---|---|---|---|",
    ...lines,
  ];
}
