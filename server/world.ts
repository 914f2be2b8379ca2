/** A world is one database with its writer and its reader: the demo world's, or one's own. Both lie in the data folder. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "./config.ts";
import { openReader, type Reader } from "./reader/reader.ts";
import { openStore } from "./store/sqlite/reader.ts";
import type { Store } from "./store/store.ts";
import { startWriter, type Writer } from "./writer/writer.ts";

export type WorldName = "demo" | "own";

export interface World {
  name: WorldName;
  store: Store;
  writer: Writer;
  reader: Reader;
  close(): Promise<void>;
}

export function databaseFile(config: Config, name: WorldName): string {
  return join(config.dataDir, name === "demo" ? "demo.db" : "candor.db");
}

/** Whose data to serve: as configured, else one's own once begun. */
export function firstWorld(config: Config): WorldName {
  if (config.seed !== null) return config.seed === "demo" ? "demo" : "own";
  return existsSync(databaseFile(config, "own")) ? "own" : "demo";
}

export async function openWorld(
  config: Config,
  name: WorldName,
  onDeath?: (error: Error) => void,
): Promise<World> {
  const file = databaseFile(config, name);
  const setup = {
    file,
    keyFile: join(config.dataDir, "subject.key"),
    initial: { k: config.minCell, reportingZone: config.reportingZone },
  };
  const writer = await startWriter(setup, undefined, onDeath);
  const store = openStore(file);
  const reader = openReader(file);
  return {
    name,
    store,
    writer,
    reader,
    async close() {
      await reader.close();
      store.close();
      await writer.close();
    },
  };
}
