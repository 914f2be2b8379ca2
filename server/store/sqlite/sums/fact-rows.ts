/** Facts as columns of numbers: a cell's terms, the day, x, and how often. Equal facts are added up, sorted as they are kept. */
import {
  type CellField,
  cellFields,
  type FactDetails,
  type FactDimensions,
  type FactKind,
  OPEN,
} from "../../../fold/facts.ts";
import { type Column, columnOf } from "./column.ts";

/** The columns of a fact, the kind and what every cell has first: the order in which rows are sorted, but for the day. */
export const columnNames = [...cellFields, "day", "x", "n"] as const;
export type ColumnName = (typeof columnNames)[number];
export const WIDTH = columnNames.length;
export const at = Object.fromEntries(columnNames.map((name, i) => [name, i])) as Record<
  ColumnName,
  number
>;

export interface FactRows {
  rows: number;
  /** In the order of `columnNames`. */
  columns: Int32Array[];
}

/** What rows are sorted by first. Whoever asks about answers asks about one question: its rows lie together. */
export const FIRST_COLUMN: ColumnName = "question";

/** What rows are sorted by, most telling first, so that equal values lie in long runs. */
const order: readonly ColumnName[] = [
  FIRST_COLUMN,
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

const SPAN_DAYS = 28;
export const WEEK_DAYS = 7;
/** 1970 began on a Thursday: weeks and spans begin on Mondays. */
const MONDAY = 3;

/** Four whole weeks: what lies together, or a part of that. */
export function spanOf(day: number): number {
  return Math.floor((day + MONDAY) / SPAN_DAYS);
}

/** Where a projection keeps a span: several of them lie together, if there are few rows in each. */
export function stretchOf(span: number, { spans }: Projection): number {
  return Math.floor(span / spans);
}

export function firstDayOf(span: number): number {
  return span * SPAN_DAYS - MONDAY;
}

/** The Monday of a day's week. */
export function weekOf(day: number): number {
  return day - ((((day + MONDAY) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS);
}

/** Kinds are numbered by their terms. What is still open lies apart from what has a length: hardly any question needs both. */
export function seriesOf(kind: number, isOpen: boolean): number {
  return 2 * kind + Number(isOpen);
}

export function kindOf(series: number): number {
  return Math.floor(series / 2);
}

export function isOpen(x: number): boolean {
  return x === OPEN;
}

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

/**
 * What is kept of each fact: all of it, and several times with less, the coarsest first. What pages ask most is answered from a
 * week's or a day's few rows; whatever names a field that those leave out is answered from all facts.
 */
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

/** Sorts the rows and adds up those that differ in n only; those that come to nothing are left out. */
export function addUp({ rows, columns }: FactRows): FactRows {
  const keys = order
    .map((name) => columnOf(columns[at[name]] ?? new Int32Array(rows)))
    .filter(({ codes }) => codes !== null);
  const sorted = sortedBy(keys, rows);
  const n = columns[at.n] ?? new Int32Array(rows);
  const kept = new Uint32Array(rows);
  const sums = new Int32Array(rows);
  let count = 0;
  for (let i = 0; i < rows; i += 1) {
    const row = sorted[i] ?? 0;
    const before = sorted[i - 1] ?? 0;
    const isSame = i > 0 && keys.every(({ codes }) => codes?.[row] === codes?.[before]);
    if (!isSame) {
      if (count > 0 && sums[count - 1] === 0) count -= 1;
      kept[count] = row;
      sums[count] = 0;
      count += 1;
    }
    sums[count - 1] = (sums[count - 1] ?? 0) + (n[row] ?? 0);
  }
  if (count > 0 && sums[count - 1] === 0) count -= 1;
  return {
    rows: count,
    columns: columns.map((column, c) => {
      if (c === at.n) return sums.slice(0, count);
      const taken = new Int32Array(count);
      for (let i = 0; i < count; i += 1) taken[i] = column[kept[i] ?? 0] ?? 0;
      return taken;
    }),
  };
}

/** Positions of rows in ascending order: a counting sort by one column after the other, the most telling one last. */
export function sortedBy(keys: readonly Column[], rows: number): Uint32Array {
  let from = Uint32Array.from({ length: rows }, (_, i) => i);
  let to = new Uint32Array(rows);
  for (const { values, codes } of keys.toReversed()) {
    if (codes === null) continue;
    const places = new Uint32Array(values.length + 1);
    for (let i = 0; i < rows; i += 1) {
      const next = (codes[i] ?? 0) + 1;
      places[next] = (places[next] ?? 0) + 1;
    }
    for (let i = 1; i < places.length; i += 1) places[i] = (places[i] ?? 0) + (places[i - 1] ?? 0);
    for (let i = 0; i < rows; i += 1) {
      const row = from[i] ?? 0;
      const code = codes[row] ?? 0;
      const place = places[code] ?? 0;
      to[place] = row;
      places[code] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

export function joined(parts: readonly FactRows[]): FactRows {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const columns = columnNames.map((_, c) => {
    const whole = new Int32Array(rows);
    let start = 0;
    for (const part of parts) {
      whole.set(part.columns[c] ?? [], start);
      start += part.rows;
    }
    return whole;
  });
  return { rows, columns };
}

/** Facts that lie one after the other, each as wide as a row. */
export function fromFlat(flat: Int32Array): FactRows {
  const rows = flat.length / WIDTH;
  const columns = columnNames.map((_, c) => {
    const column = new Int32Array(rows);
    for (let i = 0; i < rows; i += 1) column[i] = flat[i * WIDTH + c] ?? 0;
    return column;
  });
  return { rows, columns };
}

/** The rows at these positions. */
export function pick({ columns }: FactRows, rows: Uint32Array): FactRows {
  return {
    rows: rows.length,
    columns: columns.map((column) => {
      const taken = new Int32Array(rows.length);
      for (let i = 0; i < rows.length; i += 1) taken[i] = column[rows[i] ?? 0] ?? 0;
      return taken;
    }),
  };
}

type IdOf = (field: string, value: string) => number;

/** Writes facts as rows. Those of the same dimensions come one after the other, often with the same object: looked up once. */
export class FactWriter {
  readonly #idOf: IdOf;
  readonly #ids = new Int32Array(WIDTH);
  #dims: FactDimensions | null = null;

  constructor(idOf: IdOf) {
    this.#idOf = idOf;
  }

  /** To be called when ids may be others. */
  forget(): void {
    this.#dims = null;
  }

  /** Fills the row that begins at `start`. */
  fill(
    numbers: Int32Array,
    start: number,
    kind: FactKind,
    day: number,
    dims: FactDimensions | null,
    details: FactDetails,
    x: number,
    n: number,
  ): void {
    if (dims === null) numbers.fill(0, start, start + WIDTH);
    else {
      if (dims !== this.#dims) this.#lookUp(dims);
      numbers.set(this.#ids, start);
    }
    const set = (name: keyof FactDetails, value: string | undefined): void => {
      if (value !== undefined) numbers[start + at[name]] = this.#idOf(name, value);
    };
    numbers[start + at.kind] = this.#idOf("kind", kind);
    set("method", details.method);
    set("reason", details.reason);
    set("survey", details.survey);
    set("question", details.question);
    set("scale", details.scale === undefined ? undefined : String(details.scale));
    set("outcome", details.outcome);
    numbers[start + at.day] = day;
    numbers[start + at.x] = x;
    numbers[start + at.n] = n;
  }

  #lookUp(dims: FactDimensions): void {
    const set = (name: keyof FactDimensions): void => {
      this.#ids[at[name]] = this.#idOf(name, dims[name]);
    };
    set("purpose");
    set("notice");
    set("channel");
    set("region");
    set("segment");
    set("locale");
    set("generation");
    set("experiment");
    set("variant");
    this.#dims = dims;
  }
}
