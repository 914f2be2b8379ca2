/**
 * The sum of all facts. Each fact is kept in every projection of its cell: a narrow one answers what most pages ask from
 * few rows, the full one everything else.
 */
import {
  accumulate,
  type CellField,
  cellFields,
  cellValues,
  type FactKind,
  type Facts,
  splitFactKey,
} from "../../fold/facts.ts";
import type { SumQuery, SumRow } from "../store.ts";
import type { Connection } from "./open.ts";
import type { Terms } from "./terms.ts";

interface Projection {
  id: number;
  without: ReadonlySet<CellField>;
  /** Kinds of which it would hardly have fewer rows than the full one. */
  lacks: ReadonlySet<string>;
}

/** What each projection leaves out of a cell; the narrowest that has all fields of a query answers it. */
const projections: readonly Projection[] = [
  {
    id: 1,
    without: new Set(["region", "segment", "locale", "experiment", "variant"]),
    lacks: new Set<FactKind>([
      ...(["seen", "implicit", "orphan", "crossover", "attempt"] as const),
      ...(["grant_time", "exit_time", "exit_steps", "answer_pair"] as const),
      ...(["repeat", "unprompted", "redecision"] as const),
    ]),
  },
  { id: 0, without: new Set(), lacks: new Set() },
];

/** The narrowest projection that has the kind and all of these fields. */
function projectionFor(kind: FactKind, fields: readonly CellField[]): Projection | undefined {
  return projections.find(
    ({ without, lacks }) => !lacks.has(kind) && !fields.some((field) => without.has(field)),
  );
}

const ROWS_AT_ONCE = 32;

/** Kinds are numbered by their terms, of which there are far fewer. */
function seriesOf(projection: number, kind: number): number {
  return kind * projections.length + projection;
}

interface Cell {
  id: number;
  series: number;
}

/** One sum to be changed, in the order of the table's key. */
type Change = [series: number, day: number, cell: number, x: number, n: number];

export function rollupWriter(db: Connection, terms: Terms) {
  const insertCells = rowInserter(
    db,
    `INSERT INTO cell (id, projection, ${cellFields.join(", ")})`,
  );
  const addRows = rowInserter(
    db,
    "INSERT INTO rollup (series, day, cell, x, n)",
    "ON CONFLICT (series, day, cell, x) DO UPDATE SET n = n + excluded.n",
  );
  const drop = db.prepare<number[]>(
    "DELETE FROM rollup WHERE series = ? AND day = ? AND cell = ? AND x = ? AND n = 0",
  );
  let known = knownCells(db);
  let newCells: number[][] = [];
  const cellsOfKey = new Map<string, Cell[]>();

  /** The cell of a key in each projection. */
  function cellsOf(key: string): Cell[] {
    const cached = cellsOfKey.get(key);
    if (cached !== undefined) return cached;
    const values = cellValues(key);
    const ids = values.map((value, i) => terms.idOf(cellFields[i] as CellField, value));
    const cells = projections
      .filter(({ lacks }) => !lacks.has(values[0] ?? ""))
      .map((projection) => cellIn(projection, ids));
    cellsOfKey.set(key, cells);
    return cells;
  }

  function cellIn({ id: projection, without }: Projection, full: readonly number[]): Cell {
    const ids = full.map((id, i) => (without.has(cellFields[i] as CellField) ? 0 : id));
    const name = cellName(projection, ids);
    const there = known.get(name);
    if (there !== undefined) return there;
    const cell = { id: known.size + 1, series: seriesOf(projection, ids[0] ?? 0) };
    newCells.push([cell.id, projection, ...ids]);
    known.set(name, cell);
    return cell;
  }

  return {
    add(delta: Facts): void {
      const changes = changesOf(delta, cellsOf);
      insertCells(newCells);
      newCells = [];
      addRows(changes);
      for (const [series, day, cell, x, n] of changes) if (n < 0) drop.run(series, day, cell, x);
    },

    clear: (): void => void db.exec("DELETE FROM rollup"),

    /** After a rollback: cells that it had made are gone. */
    reset(): void {
      known = knownCells(db);
      newCells = [];
      cellsOfKey.clear();
    },
  };
}

/** Inserts rows many at a time: a statement costs as much as several of its rows. */
function rowInserter(db: Connection, into: string, conflict = "") {
  const width = into.split(",").length;
  const row = `(${new Array(width).fill("?").join(", ")})`;
  const prepare = (rows: number) =>
    db.prepare<number[]>(`${into} VALUES ${new Array(rows).fill(row).join(", ")} ${conflict}`);
  const one = prepare(1);
  const many = prepare(ROWS_AT_ONCE);
  return (rows: readonly (readonly number[])[]): void => {
    const inMany = rows.length - (rows.length % ROWS_AT_ONCE);
    for (let at = 0; at < inMany; at += ROWS_AT_ONCE) {
      many.run(...rows.slice(at, at + ROWS_AT_ONCE).flat());
    }
    for (const values of rows.slice(inMany)) one.run(...values);
  };
}

/** Facts of the same cell, day and x added up, sorted as they lie in the table: writing in order is what makes it fast. */
function changesOf(delta: Facts, cellsOf: (key: string) => Cell[]): Change[] {
  const single: Change[] = [];
  for (const [key, n] of delta) {
    const { cell: cellKey, day, x } = splitFactKey(key);
    for (const { series, id } of cellsOf(cellKey)) single.push([series, day, id, x, n]);
  }
  single.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
  const changes: Change[] = [];
  for (const change of single) {
    const last = changes.at(-1);
    const isSame = last !== undefined && change.every((value, i) => i === 4 || value === last[i]);
    if (isSame) last[4] += change[4];
    else changes.push(change);
  }
  return changes.filter(([, , , , n]) => n !== 0);
}

/** A cell's values, those left out empty. */
function narrowed(key: string, without: ReadonlySet<CellField>): string[] {
  return cellValues(key).map((value, i) => (without.has(cellFields[i] as CellField) ? "" : value));
}

function cellName(projection: number, ids: readonly number[]): string {
  return `${projection},${ids.join(",")}`;
}

/** All cells by their names. */
function knownCells(db: Connection): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const row of db.prepare<[], Row>("SELECT * FROM cell").iterate()) {
    const projection = row.projection ?? 0;
    const ids = cellFields.map((field) => row[field] ?? 0);
    const cell = { id: row.id ?? 0, series: seriesOf(projection, row.kind ?? 0) };
    cells.set(cellName(projection, ids), cell);
  }
  return cells;
}

type Row = Record<string, number>;

/** Where the sums kept are not those that the projections make of `facts`. */
export function differingSums(db: Connection, terms: Terms, facts: Facts) {
  const differing: string[] = [];
  for (const projection of projections) {
    const expected = projected(facts, projection);
    const rows = db.prepare<[number], Row>(
      `SELECT ${cellFields.join(", ")}, day, x, n FROM rollup JOIN cell ON cell.id = rollup.cell WHERE projection = ?`,
    );
    for (const row of rows.iterate(projection.id)) {
      const cell = cellFields.map((field) => terms.valueOf(row[field] ?? 0));
      const key = [...cell, row.day, row.x].join("|");
      const want = expected.get(key) ?? 0;
      if (want !== row.n) differing.push(`${key}: kept ${row.n}, folded ${want}`);
      expected.delete(key);
    }
    for (const [key, want] of expected) differing.push(`${key}: kept nothing, folded ${want}`);
  }
  return { count: differing.length, first: differing.slice(0, 5) };
}

function projected(facts: Facts, { without, lacks }: Projection): Facts {
  const sums: Facts = new Map();
  for (const [key, n] of facts) {
    const { cell, day, x } = splitFactKey(key);
    const values = narrowed(cell, without);
    if (lacks.has(values[0] ?? "")) continue;
    accumulate(sums, new Map([[[...values, day, x].join("|"), n]]), 1);
  }
  return sums;
}

export function readSums(db: Connection, terms: Terms, query: SumQuery): SumRow[] {
  const fields = Object.keys(query.filters) as CellField[];
  const projection = projectionFor(query.kind, [...query.by, ...fields]);
  const kind = terms.find("kind", query.kind);
  if (kind === undefined || projection === undefined) return [];
  const conditions = ["series = ?", "day <= ?"];
  const values: number[] = [seriesOf(projection.id, kind), query.to];
  if (!query.withEarlier) {
    conditions.push("day >= ?");
    values.push(query.from);
  }
  if (query.belowX !== undefined) {
    conditions.push("x < ?");
    values.push(query.belowX);
  }
  for (const field of fields) {
    const ids = (query.filters[field] ?? []).flatMap((value) => terms.find(field, value) ?? []);
    conditions.push(`${field} IN (${ids.map(() => "?").join(", ")})`);
    values.push(...ids);
  }
  const days = query.withEarlier ? `max(day, ${query.from - 1})` : "day";
  const day = query.wholeRange ? String(query.from) : days;
  const columns = [...query.by, `${day} AS d`, `${query.withX ? "x" : "0"} AS v`];
  const source =
    query.by.length + fields.length === 0 ? "rollup" : "rollup JOIN cell ON cell.id = rollup.cell";
  const sql = `SELECT ${columns.join(", ")}, sum(n) AS total FROM ${source}
    WHERE ${conditions.join(" AND ")} GROUP BY ${[...query.by, "d", "v"].join(", ")}`;
  return db
    .prepare<number[], Row>(sql)
    .all(...values)
    .map((row) => ({
      key: query.by.map((field) => terms.valueOf(row[field] ?? 0)),
      day: row.d ?? 0,
      x: row.v ?? 0,
      n: row.total ?? 0,
    }))
    .filter((row) => row.n !== 0);
}

/** The latest day of any sum of this kind. */
export function latestDayOf(db: Connection, terms: Terms, kind: FactKind): number | null {
  const id = terms.find("kind", kind);
  if (id === undefined) return null;
  const latest = db.prepare<[number], number | null>(
    "SELECT max(day) FROM rollup WHERE series = ?",
  );
  return latest.pluck().get(seriesOf(projectionFor(kind, [])?.id ?? 0, id)) ?? null;
}
