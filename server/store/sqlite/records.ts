/** Settings and versions, records, and the quarantine. */

import type { QuarantineItem } from "#shared/contract/admin.ts";
import { laterFields, type RecordKind, type Records } from "#shared/contract/record.ts";
import { defaultSettings, type FirstSettings, type Settings } from "#shared/contract/settings.ts";
import type { QuarantineEntry } from "../store.ts";
import type { Connection } from "./open.ts";

export function metaTable(db: Connection) {
  const get = db.prepare<[string], string>("SELECT value FROM meta WHERE name = ?").pluck();
  const put = db.prepare<[string, string]>(
    "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)",
  );
  const increase = (name: string): void =>
    void put.run(name, String(Number(get.get(name) ?? 0) + 1));
  return {
    dataVersion: (): number => Number(get.get("data_version") ?? 0),
    touch: (): void => increase("data_version"),
    recordVersion: (): number => Number(get.get("record_version") ?? 0),
    touchRecords: (): void => increase("record_version"),
    settings(): Settings {
      const stored = get.get("settings");
      if (stored === undefined) throw new Error("the store has no settings");
      // Those that came later than this store have their defaults.
      return { ...defaultSettings, ...(JSON.parse(stored) as Partial<Settings>) };
    },
    keyFingerprint(of: string): string {
      const known = get.get("key_fingerprint");
      if (known === undefined) put.run("key_fingerprint", of);
      return known ?? of;
    },
    foldVersion(): number | null {
      const stored = get.get("fold_version");
      return stored === undefined ? null : Number(stored);
    },
    putFoldVersion: (version: number): void => void put.run("fold_version", String(version)),
    eventsFrom(): number | null {
      const stored = get.get("events_from");
      return stored === undefined ? null : Number(stored);
    },
    putEventsFrom: (at: number): void => void put.run("events_from", String(at)),
    seedState: (): string | null => get.get("seed_state") ?? null,
    putSeedState: (state: string): void => void put.run("seed_state", state),
    storeId: (): string => get.get("store_id") ?? "",
    putStoreId: (id: string): void => void put.run("store_id", id),
    hasSettings: (): boolean => get.get("settings") !== undefined,
    putSettings: (settings: FirstSettings): void =>
      void put.run("settings", JSON.stringify(settings)),
  };
}

export function recordTable(db: Connection) {
  const all = db.prepare<[string], string>("SELECT body FROM record WHERE kind = ?").pluck();
  const put = db.prepare<[string, string, string]>(
    "INSERT OR REPLACE INTO record (kind, id, body) VALUES (?, ?, ?)",
  );
  const remove = db.prepare<[string, string]>("DELETE FROM record WHERE kind = ? AND id = ?");
  return {
    all: <Kind extends RecordKind>(kind: Kind): Records[Kind][] =>
      all
        .all(kind)
        .map((body) => ({ ...laterFields[kind], ...(JSON.parse(body) as Records[Kind]) }))
        .toSorted((a, b) => order(a.createdAt, b.createdAt) || order(a.id, b.id)),
    put: <Kind extends RecordKind>(kind: Kind, record: Records[Kind]): void =>
      void put.run(kind, record.id, JSON.stringify(record)),
    remove: (kind: RecordKind, id: string): void => void remove.run(kind, id),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

interface QuarantineRow {
  sequence: number;
  received_at: number;
  route: "events" | "counts";
  position: number;
  record_id: string;
  code: string;
  field: string;
  message: string;
  record: string | null;
}

export function quarantineTable(db: Connection) {
  const insert = db.prepare(
    `INSERT INTO quarantine (received_at, route, position, record_id, code, field, message, record)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const page = db.prepare<[number, number], QuarantineRow>(
    "SELECT * FROM quarantine WHERE sequence < ? ORDER BY sequence DESC LIMIT ?",
  );
  return {
    add(entry: QuarantineEntry, receivedAt: number): void {
      const { route, index, id, code, field, message, record } = entry;
      const kept = record === null ? null : JSON.stringify(record);
      insert.run(receivedAt, route, index, id, code, field, message, kept);
    },
    page: (limit: number, before: number | null): QuarantineItem[] =>
      page.all(before ?? Number.MAX_SAFE_INTEGER, limit).map((row) => ({
        sequence: row.sequence,
        receivedAt: new Date(row.received_at).toISOString(),
        route: row.route,
        index: row.position,
        id: row.record_id,
        code: row.code,
        field: row.field,
        message: row.message,
        record: row.record === null ? null : (JSON.parse(row.record) as QuarantineItem["record"]),
      })),
  };
}
