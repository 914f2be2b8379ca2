/** Candor as it is really started: a process of its own, spoken to over HTTP. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

export interface ServerProcess {
  url: string;
  /** Resident memory in MB; null where the system does not tell. */
  residentMb(): number | null;
  stop(): Promise<void>;
}

export function startCandor(dataDir: string): Promise<ServerProcess> {
  const own = { DATA_DIR: dataDir, SEED: "none", PORT: "0", LOG_LEVEL: "error" };
  // As `npm start` does.
  const memory = {
    NODE_COMPILE_CACHE: join(ROOT, ".cache/compiled"),
    MALLOC_MMAP_THRESHOLD_: "131072",
    MALLOC_ARENA_MAX: "2",
  };
  const env = { ...process.env, ...own, ...memory };
  const args = ["--max-semi-space-size=4", join(ROOT, "server/main.ts")];
  return start(args, env, /ready on http:\/\/localhost:(\d+)\n/);
}

export function startStatic(folder: string): Promise<ServerProcess> {
  return start([join(import.meta.dirname, "static-server.ts"), folder], process.env, /:(\d+)\n/);
}

function start(args: string[], env: NodeJS.ProcessEnv, ready: RegExp): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  endWithThis(child);
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (part) => {
      text += part;
      const port = ready.exec(text)?.[1];
      if (port === undefined) return;
      resolve({
        url: `http://127.0.0.1:${port}`,
        residentMb: () => residentMb(child.pid ?? 0),
        async stop() {
          child.kill("SIGTERM");
          await ended;
        },
      });
    });
    void ended.then(() => reject(new Error(`${args[0]} ended before it was ready`)));
  });
}

/** A run that is cut short leaves no server behind. */
export function endWithThis(child: ChildProcess): void {
  const end = (): void => void child.kill();
  process.once("exit", end);
  child.once("close", () => process.off("exit", end));
}

function residentMb(pid: number): number | null {
  try {
    const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kib === undefined ? null : (Number(kib) * 1024) / 1e6;
  } catch {
    return null;
  }
}
