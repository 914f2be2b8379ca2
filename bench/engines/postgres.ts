/** PostgreSQL, where its programs are on the path: a cluster of its own, on a socket in its own folder. */
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { endWithThis } from "../server-process.ts";
import { createIndexes, createTable, type Engine } from "./engine.ts";

const START_MS = 20_000;
/** It does not run as root: as nobody, then. */
const NOBODY = 65_534;
const settings = {
  listen_addresses: "",
  shared_buffers: "2GB",
  work_mem: "128MB",
  max_wal_size: "8GB",
  synchronous_commit: "off",
};

interface Client {
  connect(): Promise<void>;
  query(query: string | { text: string; rowMode: "array" }): Promise<{ rows: unknown[][] }>;
  end(): Promise<void>;
}
interface Package {
  default: { Client: new (options: object) => Client };
}

/** Null where its programs or the client's package are not there. */
export async function openPostgres(folder: string): Promise<Engine | null> {
  const name: string = ["pg"].join("/");
  const pg = (await import(name).catch(() => null)) as Package | null;
  if (pg === null || !isThere("postgres") || !isThere("initdb")) return null;
  const cluster = join(folder, "postgres");
  mkdirSync(cluster);
  const asOther = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ("uid" in asOther) chownSync(cluster, NOBODY, NOBODY);
  // Rows are read by the server itself, from beside the cluster.
  chmodSync(folder, 0o755);
  const inside = { ...asOther, cwd: cluster };
  execFileSync("initdb", ["-D", cluster, "-U", "bench", "--no-sync"], {
    ...inside,
    stdio: "ignore",
  });
  const flags = Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  const server = spawn("postgres", ["-D", cluster, "-k", cluster, ...flags], {
    ...inside,
    stdio: "ignore",
  });
  endWithThis(server);
  const ended = new Promise((resolve) => server.once("close", resolve));
  const client = await connected(pg, cluster);
  const query = async (text: string) =>
    (await client.query({ text, rowMode: "array" })).rows.map((row) => row.map(Number));
  const version = (await client.query({ text: "SHOW server_version", rowMode: "array" })).rows[0];
  return {
    name: `PostgreSQL ${String(version).split(" ")[0]}`,
    async load(csvFile) {
      await client.query(createTable);
      await client.query(`COPY event FROM '${csvFile}' (FORMAT csv)`);
      for (const index of createIndexes) await client.query(index);
      await client.query("VACUUM ANALYZE event");
    },
    query,
    async close() {
      await client.end();
      server.kill("SIGINT");
      await ended;
    },
  };
}

async function connected(pg: Package, host: string): Promise<Client> {
  const until = performance.now() + START_MS;
  for (;;) {
    const client = new pg.default.Client({ host, user: "bench", database: "postgres" });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function isThere(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
