/** Plain records: settings and versions, changes, and the quarantine. */

import type { QuarantineItem } from "#shared/contract/admin.ts";
import type { Change } from "#shared/contract/change.ts";
import type { QuarantineEntry, Settings } from "../store.ts";
import type { Connection } from "./open.ts";

export function metaTable(db: Connection) {
  const get = db.prepare<[string], string>("SELECT value FROM meta WHERE name = ?").pluck();
  const put = db.prepare<[string, string]>(
    "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)",
  );
  return {
    dataVersion: (): number => Number(get.get("data_version") ?? 0),
    touch(): void {
      put.run("data_version", String(Number(get.get("data_version") ?? 0) + 1));
    },
    settings(): Settings {
      const stored = get.get("settings");
      if (stored === undefined) throw new Error("the store has no settings");
      return JSON.parse(stored) as Settings;
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
    seedState: (): string | null => get.get("seed_state") ?? null,
    putSeedState: (state: string): void => void put.run("seed_state", state),
    storeId: (): string => get.get("store_id") ?? "",
    putStoreId: (id: string): void => void put.run("store_id", id),
    hasSettings: (): boolean => get.get("settings") !== undefined,
    putSettings: (settings: Settings): void => void put.run("settings", JSON.stringify(settings)),
  };
}

export function changeTable(db: Connection) {
  const all = db.prepare<[], string>("SELECT body FROM change ORDER BY date DESC, id").pluck();
  const put = db.prepare<[string, string, string]>(
    "INSERT OR REPLACE INTO change (id, date, body) VALUES (?, ?, ?)",
  );
  const remove = db.prepare<[string]>("DELETE FROM change WHERE id = ?");
  return {
    all: (): Change[] => all.all().map((body) => JSON.parse(body) as Change),
    put: (change: Change): void => void put.run(change.id, change.date, JSON.stringify(change)),
    remove: (id: string): void => void remove.run(id),
  };
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
