// `npm test`: every check there is, each one whatever became of those before it. The last line adds them up.
// `npm test -- vitest e2e` runs the stages named; REAL_DATA=DIR adds the data sets of that folder.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

type Counts = { passed: number; failed: number; skipped: number };

/** Told again at the end, where nobody has to look for them. */
const failures: string[] = [];

process.chdir(join(import.meta.dirname, ".."));
const REPORT = "node_modules/.cache/test-report.json";
const LINES_OF_A_FAILURE = 8;
const { REAL_DATA } = process.env;
const BENCH_QUESTIONS = [
  "import",
  "intake",
  "page queries",
  "filters",
  "retention",
  "growth",
  "answers",
  "page",
  "reads",
];

const STAGES: Record<string, () => Counts> = {
  typecheck: () => check("tsc", "--build"),
  lint: () => check("biome", "check", "--error-on-warnings"),
  knip: () => check("knip"),
  vitest: () => {
    const ok = run(
      "vitest",
      "run",
      "--allowOnly=false",
      "--reporter=default",
      "--reporter=json",
      `--outputFile=${REPORT}`,
    );
    return withoutFalsePass(ok, vitestCounts(readReport()));
  },
  e2e: () => {
    const ok = run("playwright", "test", "--forbid-only", "--reporter=list,json");
    return withoutFalsePass(ok, playwrightCounts(readReport()));
  },
  bench: () => {
    const ok = run("node", "bench/run.ts", "--short", "--json", REPORT);
    return withoutFalsePass(ok, benchCounts(readReport()));
  },
  "real-data": () => {
    const args = ["scripts/real-data.ts", ...(REAL_DATA ? [REAL_DATA] : [])];
    const { status, stdout } = spawnSync(process.execPath, args, {
      stdio: ["ignore", "pipe", "inherit"],
      encoding: "utf8",
    });
    process.stdout.write(stdout);
    return withoutFalsePass(status === 0, realDataCounts(stdout));
  },
};

const asked = process.argv.slice(2);
// Public data that can't be in the repository: only where it is at hand.
const usual = Object.keys(STAGES).filter((name) => name !== "real-data" || REAL_DATA);
const names = asked.length > 0 ? asked : usual;
const rows = names.map((name) => {
  const stage = STAGES[name];
  if (!stage) throw new Error(`No stage ${name}: there are ${Object.keys(STAGES).join(", ")}.`);
  console.log(`\n── ${name} ──`);
  rmSync(REPORT, { force: true });
  const start = performance.now();
  return { stage: name, ...stage(), seconds: Math.round((performance.now() - start) / 100) / 10 };
});

for (const failure of failures) console.log(`failed: ${failure}`);
console.log();
console.table(Object.fromEntries(rows.map(({ stage, ...row }) => [stage, row])));
const passed = rows.reduce((sum, row) => sum + row.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Runs one of the packages' programs, and says whether it was content. */
function run(program: string, ...args: string[]): boolean {
  // React's test tools need its development build, which a NODE_ENV=production around us would switch off.
  const { NODE_ENV: _, ...env } = process.env;
  const { status } = spawnSync(`node_modules/.bin/${program}`, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT },
  });
  return status === 0;
}

/** A static check counts as one test. */
function check(program: string, ...args: string[]): Counts {
  const ok = run(program, ...args);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** A runner that crashed, ran nothing, or is not content with what no test reports, has failed once. */
function withoutFalsePass(ok: boolean, counts: Counts): Counts {
  const ran = counts.passed + counts.failed > 0;
  return ran && (ok || counts.failed > 0) ? counts : { ...counts, failed: counts.failed + 1 };
}

function tellFailure(test: string, message = ""): void {
  const why = stripVTControlCharacters(message).split("\n").slice(0, LINES_OF_A_FAILURE);
  failures.push([test, ...why].join("\n    "));
}

/** What the runner wrote; nothing where it wrote nothing, or half of it. */
function readReport(): unknown {
  try {
    return JSON.parse(readFileSync(REPORT, "utf8"));
  } catch {
    return undefined;
  }
}

type BenchReport = { rows: { question: string; value: number | null }[] };

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};

function vitestCounts(report: unknown): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const files = (report as VitestReport | undefined)?.testResults ?? [];
  for (const project of ["unit", "properties", "api", "ui"]) {
    const ran = files.some((file) => file.name.includes(`/tests/${project}/`));
    if (ran || files.length === 0) continue;
    console.log(`No test of tests/${project} has run.`);
    counts.failed += 1;
  }
  for (const file of files) {
    const tests = file.assertionResults.map((test) => test.status);
    const failedOnes = file.assertionResults.filter(({ status }) => status === "failed");
    const failed = failedOnes.length;
    for (const { fullName, failureMessages } of failedOnes)
      tellFailure(`${file.name}: ${fullName}`, failureMessages[0]);
    if (failed === 0 && file.status === "failed") tellFailure(file.name, file.message);
    counts.passed += tests.filter((status) => status === "passed").length;
    // A file that fails without a failing test did not load, or failed in a hook.
    counts.failed += failed === 0 && file.status === "failed" ? 1 : failed;
    counts.skipped += tests.filter((status) => status !== "passed" && status !== "failed").length;
  }
  return counts;
}

type PlaywrightSuite = {
  file: string;
  specs: {
    title: string;
    line: number;
    ok: boolean;
    tests: { results: { error?: { message?: string } }[] }[];
  }[];
  suites?: PlaywrightSuite[];
};

type PlaywrightReport = {
  suites: PlaywrightSuite[];
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};

function playwrightCounts(report: unknown): Counts {
  if (report === undefined) return { passed: 0, failed: 0, skipped: 0 };
  const { suites, stats } = report as PlaywrightReport;
  for (const suite of suites) tellFailures(suite);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

function tellFailures({ file, specs, suites = [] }: PlaywrightSuite): void {
  for (const { title, line, tests } of specs.filter(({ ok }) => !ok))
    tellFailure(`tests/e2e/${file}:${line}: ${title}`, tests[0]?.results[0]?.error?.message);
  for (const inner of suites) tellFailures(inner);
}

/** That each question is asked and measured is one test; how fast, is for machines that do nothing else. */
function benchCounts(report: unknown): Counts {
  const rows = (report as BenchReport | undefined)?.rows ?? [];
  const failed = BENCH_QUESTIONS.filter((question) => {
    const own = rows.filter((row) => row.question === question);
    return own.length === 0 || own.some(({ value }) => value !== null && !(value > 0));
  });
  for (const question of failed) console.log(`The bench has not measured ${question}.`);
  return { passed: BENCH_QUESTIONS.length - failed.length, failed: failed.length, skipped: 0 };
}

/** Each published figure is one test; a data set that is not there counts as skipped. */
function realDataCounts(output: string): Counts {
  const sums = /^(\d+) claims hold, (\d+) miss, (\d+) data sets not there$/m.exec(output);
  const [passed = 0, failed = 0, skipped = 0] = (sums?.slice(1) ?? []).map(Number);
  return { passed, failed, skipped };
}
