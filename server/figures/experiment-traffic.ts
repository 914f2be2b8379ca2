/** The store's own traffic: who is asked and answers a day, and how the outcomes of a test stand without it. */
import type { PlanInput } from "#shared/contract/experiment.ts";
import type { ExperimentOutcome } from "#shared/experiments.ts";
import { EVENTS_SOURCE } from "#shared/vocabulary.ts";
import { type ArmRow, people } from "../experiments/rows.ts";
import { strataEffect } from "../experiments/standing.ts";
import { topFrom } from "../metrics/scores.ts";
import type { Snapshot, SumQuery } from "../store/store.ts";
import { EARLY_DAYS, OUTCOME_WAIT } from "./experiment-readings.ts";
import { answerRows, exposureRows } from "./experiment-rows.ts";

/** The last days that can be looked at; surveys are often asked once a quarter. */
const TRAFFIC_DAYS = 28;
const ANSWER_DAYS = 91;

export interface Traffic {
  from: number | null;
  to: number | null;
  subjectsPerDay: number;
  answersPerDay: number;
  baselines: Record<ExperimentOutcome, number | null>;
  /** For each person asked, how many the outcome counts: of several purposes as many as they come to. */
  seen: Record<ExperimentOutcome, number>;
}

type Asked = Pick<PlanInput, "purposes" | "channels">;

export function readTraffic(snapshot: Snapshot, asked: Asked, asOf: number | null): Traffic {
  if (asOf === null) return noTraffic;
  const to = asOf - OUTCOME_WAIT;
  const range = { from: to - TRAFFIC_DAYS + 1, to };
  const exposures = readExposures(snapshot, asked, range);
  const first = exposures.reduce((least, { day }) => Math.min(least, day), to);
  const days = to - first + 1;
  const n = total(exposures);
  const decided = exposures.filter(({ fields }) => /granted|declined/.test(fields.outcome ?? ""));
  const granted = total(exposures.filter(({ fields }) => fields.outcome === "granted"));
  const closings = snapshot
    .sums({ ...factsOf(asked, range), kind: "spell", withX: true, wholeRange: true })
    .filter(({ x }) => x >= 0 && x <= EARLY_DAYS)
    .reduce((sum, row) => sum + row.n, 0);
  const persons = total(people(exposures));
  const answers = readAnswers(snapshot, { from: to - ANSWER_DAYS + 1, to: asOf });
  const answersPerDay = answers.n / ANSWER_DAYS;
  const subjectsPerDay = persons / days;
  const answering = subjectsPerDay === 0 ? 0 : Math.min(1, answersPerDay / subjectsPerDay);
  const unit = persons === 0 ? 0 : n / purposesEffect(exposures) / persons;
  return {
    from: n === 0 ? null : first,
    to: n === 0 ? null : to,
    subjectsPerDay,
    answersPerDay,
    baselines: {
      opt_in_yield: share(granted, n),
      opt_in_rate: share(granted, total(decided)),
      early_withdrawal: share(closings, n),
      understanding: share(answers.count, answers.n),
      answer_share: null,
      opt_out_effort: null,
    },
    seen: {
      opt_in_yield: unit,
      opt_in_rate: n === 0 ? 0 : (unit * total(decided)) / n,
      early_withdrawal: unit,
      understanding: answering,
      answer_share: 0,
      opt_out_effort: 0,
    },
  };
}

interface Range {
  from: number;
  to: number;
}

function factsOf({ purposes, channels }: Asked, range: Range): Omit<SumQuery, "kind"> {
  const filters = {
    ...(purposes.length === 0 ? {} : { purpose: purposes }),
    ...(channels.length === 0 ? {} : { channel: channels }),
  };
  return { by: [], filters, ...range };
}

function readExposures(snapshot: Snapshot, asked: Asked, range: Range): ArmRow[] {
  const facts = factsOf(asked, range);
  const by = ["purpose", "notice", "channel", "outcome"] as const;
  const rows = snapshot.sums({ ...facts, kind: "exposure", by }).map(({ key, day, n }) => {
    const fields = Object.fromEntries(by.map((name, i) => [name, key[i] ?? ""]));
    const stratum = `${key[0]}|${key[1]}`;
    return { variant: "", day, fields, stratum, x: 0, n, source: EVENTS_SOURCE };
  });
  const records = snapshot.counts({ filters: facts.filters, having: ["shown"], ...range });
  const counted = exposureRows(records, range.to);
  return [...rows, ...counted.filter(({ fields }) => fields.outcome !== "not_reported")];
}

/** About understanding, whatever their scale. */
function readAnswers(snapshot: Snapshot, range: Range): { n: number; count: number } {
  const filters = { question: ["understanding"] };
  const facts = snapshot
    .sums({ kind: "answer", by: ["scale"], filters, ...range, withX: true, wholeRange: true })
    .map(({ key, x, n }) => ({ scale: Number(key[0]), x, n }));
  const records = snapshot.counts({ filters, having: ["scores"], ...range });
  const counted = answerRows(records).map(({ fields, x, n }) => ({
    scale: Number(fields.scale),
    x,
    n,
  }));
  const all = [...facts, ...counted];
  return { n: total(all), count: total(all.filter(({ scale, x }) => x >= topFrom(scale))) };
}

/** By purpose alone: a test shows a person one notice, however many there were meanwhile, each to other people. */
function purposesEffect(rows: readonly ArmRow[]): number {
  const purposes = Map.groupBy(rows, ({ fields }) => fields.purpose);
  return strataEffect([...purposes.values()].map(total));
}

function total(rows: readonly { n: number }[]): number {
  return rows.reduce((sum, { n }) => sum + n, 0);
}

function share(count: number, n: number): number | null {
  return n === 0 ? null : Math.min(1, count / n);
}

const noTraffic: Traffic = {
  from: null,
  to: null,
  subjectsPerDay: 0,
  answersPerDay: 0,
  baselines: {
    opt_in_yield: null,
    opt_in_rate: null,
    early_withdrawal: null,
    understanding: null,
    answer_share: null,
    opt_out_effort: null,
  },
  seen: {
    opt_in_yield: 0,
    opt_in_rate: 0,
    early_withdrawal: 0,
    understanding: 0,
    answer_share: 0,
    opt_out_effort: 0,
  },
};
