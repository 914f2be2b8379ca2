/** DuckDB in this process, over a database file, with its own settings: as many threads as there are cores. */
import { join } from "node:path";
import { createTable, type Engine } from "./engine.ts";

interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
  closeSync(): void;
}
interface Package {
  DuckDBInstance: {
    create(file: string): Promise<{ connect(): Promise<Connection>; closeSync(): void }>;
  };
}

/** Null where the package is not there. */
export async function openDuckdb(folder: string): Promise<Engine | null> {
  // By a name that is put together: the package may be missing, and its types with it.
  const name: string = ["@duckdb", "node-api"].join("/");
  const duckdb = (await import(name).catch(() => null)) as Package | null;
  if (duckdb === null) return null;
  const instance = await duckdb.DuckDBInstance.create(join(folder, "duck.db"));
  const connection = await instance.connect();
  const query = async (sql: string) =>
    (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(Number));
  const about = await connection.runAndReadAll("SELECT version(), current_setting('threads')");
  const [version, threads] = about.getRows()[0] ?? [];
  return {
    name: `DuckDB ${version} (${threads} threads)`,
    async load(csvFile) {
      await connection.run(createTable);
      await connection.run(`COPY event FROM '${csvFile}' (FORMAT csv, HEADER false)`);
      await connection.run("CHECKPOINT");
    },
    query,
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
