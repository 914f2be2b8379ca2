/** Finds rows by many values at once: a statement for many costs as much as one for a few. */
import type { Connection } from "./open.ts";

const VALUES_AT_ONCE = 50;

/** `where` ends before the list of what a column is asked for. Rows come in no order. */
export function rowFinder<Value, Row>(db: Connection, where: string) {
  const prepare = (values: number) =>
    db.prepare<Value[], Row>(`${where} IN (${new Array(values).fill("?").join(", ")})`);
  const [one, many] = [prepare(1), prepare(VALUES_AT_ONCE)];
  return (values: readonly Value[]): Row[] => {
    const found: Row[] = [];
    const inMany = values.length - (values.length % VALUES_AT_ONCE);
    for (let at = 0; at < inMany; at += VALUES_AT_ONCE)
      found.push(...many.all(...values.slice(at, at + VALUES_AT_ONCE)));
    for (const value of values.slice(inMany)) found.push(...one.all(value));
    return found;
  };
}
