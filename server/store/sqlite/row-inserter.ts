/** Inserts rows many at a time: a statement costs as much as several of its rows. */
import type { Connection } from "./open.ts";

const ROWS_AT_ONCE = 32;

/** `into` names the table and its columns. Rows in the order of the table's key are the fastest. */
export function rowInserter<Row extends readonly unknown[]>(db: Connection, into: string) {
  const width = into.split(",").length;
  const row = `(${new Array(width).fill("?").join(", ")})`;
  const prepare = (rows: number) =>
    db.prepare<unknown[]>(`${into} VALUES ${new Array(rows).fill(row).join(", ")}`);
  const [one, many] = [prepare(1), prepare(ROWS_AT_ONCE)];
  return (rows: readonly Row[]): void => {
    const inMany = rows.length - (rows.length % ROWS_AT_ONCE);
    for (let at = 0; at < inMany; at += ROWS_AT_ONCE)
      many.run(rows.slice(at, at + ROWS_AT_ONCE).flat());
    for (let at = inMany; at < rows.length; at += 1) one.run(rows[at]);
  };
}
