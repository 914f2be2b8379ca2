/** Count records: one a key and day, replaced when sent again. */

import type { CountNumber } from "#shared/contract/count.ts";
import {
  type CountKey,
  type CountKeyField,
  type CountQuery,
  type CountRecord,
  countKeyFields,
} from "../store.ts";
import type { Connection, Statement } from "./open.ts";
import type { Terms } from "./terms.ts";

const numberColumns: Record<CountNumber, string> = {
  shown: "shown",
  granted: "granted",
  declined: "declined",
  dismissed: "dismissed",
  withdrawn: "withdrawn",
  inForce: "in_force",
  asked: "asked",
};
const numberNames = Object.keys(numberColumns) as CountNumber[];
const columns = [...countKeyFields, ...Object.values(numberColumns), "scores"];

export function countTable(db: Connection, terms: Terms) {
  const put = db.prepare(
    `INSERT OR REPLACE INTO count_record (received_at, day, ${columns.join(", ")})
     VALUES (?, ?, ${columns.map(() => "?").join(", ")})`,
  );
  const remove = db.prepare(
    `DELETE FROM count_record WHERE day = ? AND ${countKeyFields.map((f) => `${f} = ?`).join(" AND ")}`,
  );
  const idsOf = (key: CountKey): number[] => countKeyFields.map((f) => terms.idOf(f, key[f]));

  return {
    put({ key, day, numbers, scores }: CountRecord, receivedAt: number): void {
      const values = numberNames.map((name) => numbers[name] ?? null);
      const boxes = scores === null ? null : JSON.stringify(scores);
      put.run(receivedAt, day, ...idsOf(key), ...values, boxes);
    },
    /** A value that no record has is not registered by this. */
    remove(key: CountKey, day: number): void {
      const ids = countKeyFields.flatMap((f) => terms.find(f, key[f]) ?? []);
      if (ids.length === countKeyFields.length) remove.run(day, ...ids);
    },
  };
}

type Row = Record<string, number | null> & { scores: string | null };

export function countReader(db: Connection, terms: Terms) {
  /** By their text: one for each set of fields that is asked for. */
  const statements = new Map<string, Statement<(number | string)[], Row>>();

  return {
    read({ having, filters, from, to }: CountQuery): CountRecord[] {
      const fields = Object.keys(filters) as CountKeyField[];
      const conditions = [
        "day BETWEEN ? AND ?",
        ...having.map((name) => `${name === "scores" ? name : numberColumns[name]} IS NOT NULL`),
        ...fields.map((field) => `${field} IN (SELECT value FROM json_each(?))`),
      ];
      const sql = `SELECT day, ${columns.join(", ")} FROM count_record WHERE ${conditions.join(" AND ")}`;
      const statement = statements.get(sql) ?? db.prepare<(number | string)[], Row>(sql);
      statements.set(sql, statement);
      const ids = fields.map((field) =>
        JSON.stringify((filters[field] ?? []).flatMap((value) => terms.find(field, value) ?? [])),
      );
      return statement.all(from, to, ...ids).map((row) => toRecord(row, terms));
    },
  };
}

function toRecord(row: Row, terms: Terms): CountRecord {
  const key = Object.fromEntries(countKeyFields.map((f) => [f, terms.valueOf(row[f] ?? 0)]));
  const numbers: CountRecord["numbers"] = {};
  for (const name of numberNames) {
    const value = row[numberColumns[name]];
    if (typeof value === "number") numbers[name] = value;
  }
  return {
    key: key as CountKey,
    day: row.day ?? 0,
    numbers,
    scores: row.scores === null ? null : (JSON.parse(row.scores) as number[]),
  };
}
