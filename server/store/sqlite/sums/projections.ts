/** What is kept of each fact: all of it, and several times with less, the coarsest first. */
import {
  type CellField,
  cellFields,
  type FactKind,
  factKinds,
  gapOf,
  leastWithGap,
  pairOfOneDay,
} from "../../../fold/facts.ts";
import {
  addUp,
  at,
  type ColumnName,
  columnNames,
  cutWhere,
  type FactRows,
  numbersIn,
  pick,
} from "./fact-rows.ts";
import { mapRuns, spansIn, weekOf } from "./places.ts";

/** How finely the days between the answers of a pair are told apart: by days, hardly two pairs are alike. */
const gapGrains = ["none", "weeks", "days"] as const;
type GapGrain = (typeof gapGrains)[number];

export interface Projection {
  id: number;
  grain: "day" | "week";
  /** So many spans lie together. */
  spans: number;
  without: ReadonlySet<ColumnName>;
  /** What else is left out of a kind, because it would tell nearly every row from every other. */
  withoutIn: { readonly [Kind in FactKind]?: readonly ColumnName[] };
  /** Lengths of spells are told apart below this only. */
  lengthsBelow?: number;
  /** Of pairs of answers; by days where it is not given. By weeks, each answer lies on its week's Monday. */
  gaps?: GapGrain;
  /** Up to so many rows of a place are one chunk always: of few columns, they take less time to write anew than to read apart. */
  few?: number;
  /** Kinds of which it would hardly have fewer rows than all of them. */
  lacks: ReadonlySet<FactKind>;
  /** Whether it has only what belongs to an experiment. */
  ofTests?: boolean;
}

const mostValues: readonly CellField[] = ["region", "segment", "experiment", "variant"];
const rarelyAsked: readonly CellField[] = [...mostValues, "locale"];
const ofEach: readonly CellField[] = ["kind", "question", "scale", "outcome", "generation"];
const finelyTold: readonly FactKind[] = [
  "answer_pair",
  "grant_time",
  "grant_steps",
  "exit_time",
  "exit_steps",
];
/** A year: what has few rows. */
const LONG = 13;

const FEW = 1 << 15;
/** Of pairs of answers by both weeks, of which there are most. */
const FEW_PAIRS = 1 << 16;

function allBut(...kept: readonly CellField[]): ReadonlySet<ColumnName> {
  return new Set<ColumnName>(cellFields.filter((name) => !kept.includes(name)));
}

const leastTold = allBut("kind", "question", "scale", "generation");

function lacksAllBut(...kinds: readonly FactKind[]): ReadonlySet<FactKind> {
  return new Set(factKinds.filter((kind) => !kinds.includes(kind)));
}

/** What pages ask most is answered from a week's or a day's few rows; whatever names a field that those leave out, from all facts. */
export const projections: readonly Projection[] = [
  {
    id: 9,
    grain: "week",
    spans: LONG,
    few: FEW,
    without: leastTold,
    withoutIn: {},
    gaps: "none",
    lacks: lacksAllBut("answer", "answer_pair", "exit_time"),
  },
  {
    id: 5,
    grain: "week",
    spans: LONG,
    few: FEW,
    without: allBut(...ofEach, "reason"),
    withoutIn: {},
    lengthsBelow: 8,
    gaps: "none",
    lacks: new Set<FactKind>(["seen"]),
  },
  {
    id: 10,
    grain: "week",
    spans: 4,
    few: FEW_PAIRS,
    without: leastTold,
    withoutIn: {},
    gaps: "weeks",
    lacks: lacksAllBut("answer_pair"),
  },
  {
    id: 7,
    grain: "week",
    spans: 4,
    few: FEW_PAIRS,
    without: allBut(...ofEach, "reason"),
    withoutIn: {},
    gaps: "weeks",
    lacks: lacksAllBut("answer_pair"),
  },
  {
    id: 2,
    grain: "week",
    spans: 4,
    without: new Set<ColumnName>([...rarelyAsked, "channel"]),
    withoutIn: {},
    lacks: new Set<FactKind>(["seen", "answer_pair"]),
  },
  {
    id: 3,
    grain: "week",
    spans: 4,
    without: new Set<ColumnName>(rarelyAsked),
    withoutIn: {},
    lacks: new Set<FactKind>(["seen", ...finelyTold]),
  },
  {
    id: 8,
    grain: "week",
    spans: 4,
    without: new Set<ColumnName>([...mostValues, "method", "reason"]),
    withoutIn: {},
    lengthsBelow: 8,
    lacks: new Set<FactKind>(["seen", "answer", ...finelyTold]),
  },
  {
    id: 6,
    grain: "day",
    spans: LONG,
    without: allBut(...ofEach),
    withoutIn: { spell: ["x"] },
    lacks: new Set<FactKind>(["seen", ...finelyTold]),
  },
  {
    id: 1,
    grain: "day",
    spans: 4,
    without: new Set<ColumnName>([...rarelyAsked, "channel"]),
    withoutIn: { spell: ["x", "method", "reason"] },
    lacks: new Set<FactKind>(["seen", ...finelyTold]),
  },
  {
    id: 4,
    grain: "day",
    spans: 4,
    without: new Set<ColumnName>(["region", "segment", "locale"]),
    withoutIn: {},
    lacks: new Set<FactKind>(["seen"]),
    ofTests: true,
  },
  {
    id: 0,
    grain: "day",
    spans: 1,
    without: new Set(),
    withoutIn: {},
    lacks: new Set(),
  },
];

/** The one with all of each fact. */
export const whole = projections.find(({ id }) => id === 0) as Projection;

/** What rows are sorted by, most telling first, so that equal values lie in long runs. */
const order: readonly ColumnName[] = [
  // Whoever asks about answers asks about one question: its rows lie together.
  "question",
  "day",
  "purpose",
  "notice",
  "outcome",
  "method",
  "generation",
  "channel",
  "experiment",
  "variant",
  "survey",
  "scale",
  "segment",
  "reason",
  "locale",
  "region",
  "x",
];
/** Of pairs of answers, each day's close ones, or far ones, are asked for. */
const orderOfPairs = [...new Set<ColumnName>(["question", "day", "x", ...order])];

/** What the rows of a kind are sorted by wherever they are kept. */
export function orderOf(kind: FactKind): readonly ColumnName[] {
  return kind === "answer_pair" ? orderOfPairs : order;
}

/**
 * The rows of one kind as a projection keeps them, added up, in parts by stretch; nothing where it keeps none of that kind.
 * `noTest` is the term of those that belong to no experiment.
 */
export function projected(
  facts: FactRows,
  kind: FactKind,
  projection: Projection,
  noTest: number | undefined,
): FactRows[] {
  if (projection.lacks.has(kind)) return [];
  const { columns, rows } = projection.ofTests ? ofTests(facts, noTest) : facts;
  const narrowed = columnNames.map((name, i) => {
    const own = columns[i];
    if (own == null || leavesOut(projection, kind, name)) return null;
    if (name === "day" && projection.grain === "week") return mapRuns(own, weekOf);
    const { lengthsBelow, gaps } = projection;
    if (name === "x" && kind === "spell" && lengthsBelow !== undefined)
      return own.map((x) => Math.min(x, lengthsBelow));
    if (name === "x" && kind === "answer_pair") {
      if (gaps === "none") return own.map(pairOfOneDay);
      if (gaps === "weeks") return pairsOfWeeks(own, numbersIn(facts, "day"));
    }
    return own;
  });
  const stretches = stretchesOf({ rows, columns: narrowed }, projection);
  const added = addUp({ rows, columns: narrowed }, orderOf(kind), stretches);
  const kept = stretchesOf(added, projection);
  return cutWhere(added, (row) => kept[row] !== kept[row - 1]);
}

/** As if each answer had been given on the Monday of its week; `days` are those of the later ones. */
function pairsOfWeeks(pairs: Int32Array, days: Int32Array): Int32Array {
  return pairs.map((x, row) => {
    const day = days[row] ?? 0;
    const gap = weekOf(day) - weekOf(day - gapOf(x));
    return leastWithGap(gap) + pairOfOneDay(x);
  });
}

function stretchesOf(facts: FactRows, projection: Projection): Int32Array {
  return mapRuns(spansIn(facts), (span) => stretchOf(span, projection));
}

function leavesOut({ without, withoutIn }: Projection, kind: FactKind, name: ColumnName): boolean {
  return without.has(name) || (withoutIn[kind]?.includes(name) ?? false);
}

function ofTests(facts: FactRows, noTest: number | undefined): FactRows {
  const experiments = facts.columns[at.experiment];
  const rows: number[] = [];
  for (let row = 0; row < facts.rows; row += 1) {
    const id = experiments?.[row] ?? 0;
    if (id !== 0 && id !== noTest) rows.push(row);
  }
  return pick(facts, Uint32Array.from(rows));
}

/** Where a projection keeps a span: several of them lie together, if there are few rows in each. */
export function stretchOf(span: number, { spans }: Projection): number {
  return Math.floor(span / spans);
}

/** The coarsest of the finer ones that a projection's rows can be made of as well as of all facts. */
export function madeOf(projection: Projection, kind: FactKind): Projection {
  const finer = projections.slice(projections.indexOf(projection) + 1);
  return finer.find((one) => holds(one, projection, kind)) ?? whole;
}

function holds(finer: Projection, coarser: Projection, kind: FactKind): boolean {
  return (
    !finer.lacks.has(kind) &&
    finer.ofTests !== true &&
    finer.lengthsBelow === undefined &&
    areAsFine(finer.gaps, coarser.gaps) &&
    (finer.grain === "day" || coarser.grain === "week") &&
    columnNames.every((name) => leavesOut(coarser, kind, name) || !leavesOut(finer, kind, name))
  );
}

function areAsFine(own: GapGrain = "days", wanted: GapGrain = "days"): boolean {
  return gapGrains.indexOf(own) >= gapGrains.indexOf(wanted);
}

/** What a question needs of a kind. */
export interface Wanted {
  kind: FactKind;
  fields: readonly CellField[];
  /** Whether x is told apart at all, and if so how far. */
  xBelow: number | null;
  /** Of pairs of answers. */
  gaps: GapGrain;
  namesTests: boolean;
}

/** Whether a projection has all that a question needs. */
export function canTell(
  projection: Projection,
  { kind, fields, xBelow, gaps, namesTests }: Wanted,
): boolean {
  const { lacks, ofTests: areOfTests, lengthsBelow } = projection;
  if (lacks.has(kind) || (areOfTests === true && !namesTests)) return false;
  if (fields.some((field) => leavesOut(projection, kind, field))) return false;
  if (kind === "answer_pair" && !areAsFine(projection.gaps, gaps)) return false;
  if (xBelow === null) return true;
  const isCut = kind === "spell" && lengthsBelow !== undefined && xBelow > lengthsBelow;
  return !isCut && !leavesOut(projection, kind, "x");
}
