/** What is kept of each fact: all of it, and several times with less, the coarsest first. */
import type { CellField, FactKind } from "../../../fold/facts.ts";
import { addUp, at, type ColumnName, columnNames, type FactRows, pick } from "./fact-rows.ts";
import { weekOf } from "./places.ts";

export interface Projection {
  id: number;
  grain: "day" | "week";
  /** So many spans lie together. */
  spans: number;
  without: ReadonlySet<ColumnName>;
  /** Kinds of which no x is kept, since x would tell nearly every row from every other. */
  withoutX: ReadonlySet<FactKind>;
  /** Kinds of which it would hardly have fewer rows than all of them. */
  lacks: ReadonlySet<FactKind>;
  /** Whether it has only what belongs to an experiment. */
  ofTests?: boolean;
}

const rarelyAsked: readonly CellField[] = ["region", "segment", "locale", "experiment", "variant"];
const finelyTold: readonly FactKind[] = [
  "answer_pair",
  "grant_time",
  "grant_steps",
  "exit_time",
  "exit_steps",
];

/** What pages ask most is answered from a week's or a day's few rows; whatever names a field that those leave out, from all facts. */
export const projections: readonly Projection[] = [
  {
    id: 2,
    grain: "week",
    spans: 4,
    without: new Set<ColumnName>([...rarelyAsked, "channel"]),
    withoutX: new Set(),
    lacks: new Set<FactKind>(["seen", "answer_pair"]),
  },
  {
    id: 3,
    grain: "week",
    spans: 4,
    without: new Set<ColumnName>(rarelyAsked),
    withoutX: new Set(),
    lacks: new Set<FactKind>(["seen", ...finelyTold]),
  },
  {
    id: 1,
    grain: "day",
    spans: 1,
    without: new Set<ColumnName>([...rarelyAsked, "channel"]),
    withoutX: new Set<FactKind>(["spell"]),
    lacks: new Set<FactKind>(["seen", ...finelyTold]),
  },
  {
    id: 4,
    grain: "day",
    spans: 1,
    without: new Set<ColumnName>(["region", "segment", "locale"]),
    withoutX: new Set(),
    lacks: new Set<FactKind>(["seen"]),
    ofTests: true,
  },
  {
    id: 0,
    grain: "day",
    spans: 1,
    without: new Set(),
    withoutX: new Set(),
    lacks: new Set(),
  },
];

/** The one with all of each fact. */
export const whole = projections.find(({ id }) => id === 0) as Projection;

/**
 * The rows of one kind as a projection keeps them, added up; null where it keeps none of that kind. `noTest` is the term of those
 * that belong to no experiment.
 */
export function projected(
  facts: FactRows,
  kind: FactKind,
  projection: Projection,
  noTest: number | undefined,
): FactRows | null {
  if (projection.lacks.has(kind)) return null;
  const { columns, rows } = projection.ofTests ? ofTests(facts, noTest) : facts;
  const nothing = new Int32Array(rows);
  const narrowed = columnNames.map((name, i) => {
    const own = columns[i] ?? nothing;
    if (projection.without.has(name)) return nothing;
    if (name === "x" && projection.withoutX.has(kind)) return nothing;
    return name === "day" && projection.grain === "week" ? own.map(weekOf) : own;
  });
  return addUp({ rows, columns: narrowed });
}

function ofTests(facts: FactRows, noTest: number | undefined): FactRows {
  const experiments = facts.columns[at.experiment] ?? new Int32Array();
  const rows: number[] = [];
  for (let row = 0; row < facts.rows; row += 1) {
    if (experiments[row] !== 0 && experiments[row] !== noTest) rows.push(row);
  }
  return pick(facts, Uint32Array.from(rows));
}

/** Where a projection keeps a span: several of them lie together, if there are few rows in each. */
export function stretchOf(span: number, { spans }: Projection): number {
  return Math.floor(span / spans);
}
