/** Reads one outcome's panel of cohorts and weeks out of the store's sums, by the metric's own rules of which facts count. */
import type { VerdictOutcome } from "#shared/contract/verdict.ts";
import { bucketStart, bucketsOf } from "#shared/days.ts";
import { type Dimension, EVENTS_SOURCE, GENERAL } from "#shared/vocabulary.ts";
import { pairOf } from "../fold/facts.ts";
import { familyOf } from "../metrics/families.ts";
import { type FactRow, groupValues, type Question, type Sums } from "../metrics/family.ts";
import { allPairs, commonestScale, ofScale, topFrom } from "../metrics/scores.ts";
import type { FigureSource } from "../store/store.ts";
import { type OutcomePanel, type PairCell, type PanelCell, WEEK } from "../verdicts/panel.ts";
import { readNeeds, readSums, sourcesOf } from "./read-sums.ts";
import type { Reading, Selection } from "./selection.ts";
import type { Reach } from "./verdict-scope.ts";

/** Days that a fact has to lie before the as-of day, so that it can be looked at. */
const WAITS: Record<VerdictOutcome, number> = {
  understanding: 0,
  trust: 0,
  opt_in_yield: 8,
  early_withdrawal_rate: 8,
};

/** What the mix of people is held by, beside what the scope names. */
const MIX = ["generation", "purpose", "channel"] as const satisfies readonly Dimension[];
/** Fewer answers a week for the change's own purpose, and those about data use as a whole are taken. */
const ENOUGH_A_WEEK = 30;

export interface PanelRead {
  panel: OutcomePanel;
  /** Answers in pairs of one person, and those of them that lie under two values of the scope's dimensions. */
  pairs: number;
  acrossSides: number;
  answersOf: string | null;
  scale: number | null;
  /** What narrows a plain figure to the same facts. */
  filters: Selection["filters"];
}

export interface PanelQuestion {
  metric: VerdictOutcome;
  reach: Reach;
  size: number;
  from: number;
  to: number;
  asOf: number;
}

export function readPanel(snapshot: FigureSource, asked: PanelQuestion): PanelRead {
  const { metric, reach, from, to } = asked;
  const isAnswer = metric === "understanding" || metric === "trust";
  if (!isAnswer || reach.purposes.length === 0) {
    return readOf(snapshot, asked, reach.purposes, null);
  }
  const own = readOf(snapshot, asked, reach.purposes, reach.purposes.join(", "));
  const n = own.panel.cells.reduce((sum, cell) => (cell.inScope ? sum + cell.n : sum), 0);
  const isEnough = n >= ENOUGH_A_WEEK * ((to - from + 1) / WEEK);
  return isEnough ? own : readOf(snapshot, asked, [GENERAL], GENERAL);
}

function readOf(
  snapshot: FigureSource,
  { metric, reach, size, from, to, asOf }: PanelQuestion,
  purposes: readonly string[],
  answersOf: string | null,
): PanelRead {
  const question = questionOf(metric, from, to, asOf);
  const by = [...new Set<Dimension>([...reach.dimensions, ...MIX])];
  const purpose = purposes.length > 0 ? { purpose: purposes } : {};
  const starts = bucketsOf(from, to, "week").map(({ first }) => first);
  const reading = { by, filters: purpose, starts };
  const read = readSums(snapshot, question, reading);
  // Sources count the same people in their own ways; events where there are any.
  const [source] = sourcesOf([read]);
  const filters = source === undefined ? purpose : { ...purpose, source: [source] };
  const ofSource = source === undefined ? read : onlySource(read, source);
  const scale = question.stat === null ? null : commonestScale(ofSource);
  const sums = question.stat === null ? ofSource : ofScale(ofSource, scale);
  const sideOf = (group: readonly string[]) => reach.side(group.slice(0, reach.dimensions.length));
  const isInside = (group: readonly string[]) => sideOf(group) === "inside";
  const pairs = scale === null ? [] : pairsOf(readPairs(snapshot, question, reading, scale), scale);
  const across = pairs.filter(({ group }) => group.slice(0, reach.dimensions.length).includes(""));
  const lastDay = Math.min(asOf - WAITS[metric], to);
  return {
    panel: {
      metric,
      size,
      cells: cellsOf(sums, { ...question, scale }, reach, sideOf),
      lastWeek: bucketStart(lastDay + 1, "week") - WEEK,
      pairs: pairs.filter(({ group }) => isInside(group)).map(({ cell }) => cell),
    },
    pairs: pairs.reduce((sum, { cell }) => sum + cell.pairs, 0),
    acrossSides: across.reduce((sum, { cell }) => sum + cell.pairs, 0),
    answersOf,
    scale,
    filters,
  };
}

/** A metric as the verdict asks for it: shares, all purposes alike. */
export function questionOf(
  metric: Question["metric"],
  from: number,
  to: number,
  asOf: number | null,
): Question {
  const scored = ["understanding", "trust", "benefit", "control"].includes(metric);
  const stat = scored ? "top_two" : metric === "opt_out_effort" ? "time" : null;
  return { metric, from, to, asOf, confidence: 0.95, stat, day: 30, question: null, scale: null };
}

function onlySource(sums: Sums, source: string): Sums {
  if (source === EVENTS_SOURCE) return { ...sums, counts: [] };
  return {
    facts: sums.facts.map(() => []),
    counts: sums.counts.filter((row) => row.source === source),
  };
}

function cellsOf(
  sums: Sums,
  question: Question,
  { dimensions }: Reach,
  sideOf: (group: readonly string[]) => "inside" | "outside" | null,
): PanelCell[] {
  const weeks = bucketsOf(question.from, question.to, "week");
  const buckets = [...weeks, ...bucketsOf(question.from, question.to, "total")];
  return [...familyOf(question).tally(sums, buckets, question)].flatMap(([key, row]) => {
    const group = groupValues(key);
    const side = sideOf(group);
    if (side === null) return [];
    const cluster = group.slice(0, dimensions.length).join("|");
    const stratum = stratumOf(group, dimensions.length);
    return weeks.flatMap(({ start }, at) => {
      const [n = 0, sum = 0] = row[at]?.sums ?? [];
      return n === 0 ? [] : [{ cluster, inScope: side === "inside", stratum, week: start, n, sum }];
    });
  });
}

/** What the scope does not name already; the generation first, where it is there. */
function stratumOf(group: readonly string[], named: number): string {
  return group.slice(named).join("|");
}

function readPairs(
  snapshot: FigureSource,
  question: Question,
  reading: Reading,
  scale: number,
): readonly FactRow[] {
  const needs = { facts: [allPairs(question)], counts: null };
  const [pairs = []] = ofScale(readNeeds(snapshot, needs, question.metric, reading), scale).facts;
  return pairs;
}

function pairsOf(
  rows: readonly FactRow[],
  scale: number,
): { group: readonly string[]; cell: PairCell }[] {
  return rows.map(({ group, day, x, n }) => {
    const { gap, scores } = pairOf(x);
    const top = scores.filter((score) => score >= topFrom(scale)).length;
    const week = bucketStart(day, "week");
    const since = bucketStart(day - gap, "week");
    return { group, cell: { week, since, pairs: n, products: top === 2 ? n : 0, sums: top * n } };
  });
}
