/** Reads and weighs what takes seconds, on a thread and a connection of its own: one question after the other, each of one state. */
import { parentPort, workerData } from "node:worker_threads";
import type { Language } from "#shared/vocabulary.ts";
import { experimentCsv } from "../figures/experiment-csv.ts";
import { buildExperimentResults } from "../figures/experiment-figure.ts";
import { buildFlags } from "../figures/flags-figure.ts";
import { buildLearned } from "../figures/learned-figure.ts";
import { nowOf, versionOf } from "../figures/now.ts";
import { verdictCsv } from "../figures/verdict-csv.ts";
import { type ChangeVerdict, verdictOf, verdictsOf } from "../figures/verdict-list.ts";
import { ApiError } from "../http/errors.ts";
import { openStore } from "../store/sqlite/reader.ts";
import type { Snapshot } from "../store/store.ts";
import {
  type Made,
  OPENED,
  type QuestionName,
  type Questions,
  type Reply,
  type Request,
} from "./questions.ts";

interface Present {
  asOf: number | null;
  now: number;
}

/** A body, the verdicts that went into it, and its language where one can be asked for. */
type Built = [body: object | string, verdicts: readonly ChangeVerdict[], language?: Language];

const builders: {
  [Name in QuestionName]: (snapshot: Snapshot, given: Questions[Name], present: Present) => Built;
} = {
  verdict(snapshot, { id, format, table, ...asked }, present) {
    const change = snapshot.records("change").find((one) => one.id === id);
    if (change === undefined) throw new ApiError("not_found", "there is no change with this id");
    const verdict = verdictOf(snapshot, change, present, asked);
    const { answer } = verdict;
    return [format === "json" ? answer : verdictCsv(answer, table), [verdict], answer.language];
  },
  flags(snapshot, { language }, present) {
    const verdicts = verdictsOf(snapshot, present, language);
    return [buildFlags(snapshot, verdicts, present.asOf), verdicts, language];
  },
  learned(snapshot, _, present) {
    const verdicts = verdictsOf(snapshot, present, "en");
    return [buildLearned(verdicts, snapshot.records("notice"), present.asOf), verdicts];
  },
  experiment(snapshot, { slug, by, format }, { asOf }) {
    const record = snapshot.records("experiment").find((one) => one.slug === slug) ?? null;
    const results = buildExperimentResults(snapshot, { slug, record, by, asOf: asOf ?? 0 });
    return [format === "json" ? results : experimentCsv(results), []];
  },
};

function answer(snapshot: Snapshot, { name, given, now }: Request): Made {
  const { asOf } = nowOf(snapshot, () => now);
  const build = builders[name] as (...all: [Snapshot, unknown, Present]) => Built;
  const [body, verdicts, language = null] = build(snapshot, given, { asOf, now });
  return {
    body: typeof body === "string" ? body : JSON.stringify(body),
    version: verdicts.every(({ isOfNow }) => isOfNow) ? [asOf, ...versionOf(snapshot)] : null,
    language,
    found: verdicts.flatMap(({ found }) => found ?? []),
  };
}

if (parentPort !== null) {
  const port = parentPort;
  const store = openStore(workerData as string);
  port.postMessage(OPENED);
  port.on("message", (request: Request) => {
    port.postMessage(replyTo(() => store.snapshot((snapshot) => answer(snapshot, request))));
  });
}

function replyTo(make: () => Made): Reply {
  try {
    return { made: make() };
  } catch (error) {
    if (error instanceof ApiError) return { problem: { code: error.code, detail: error.message } };
    // The stack goes to the log on the other side.
    const detail = error instanceof Error ? (error.stack ?? error.message) : "unknown";
    return { problem: { code: "internal_error", detail } };
  }
}
