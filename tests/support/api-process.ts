// Candor as it is really started: a process of its own, with its environment and its folder.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

export interface Running {
  child: ChildProcess;
  url: string;
  port: number;
  ended: Promise<Ended>;
}

type Environment = Record<string, string>;

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), "candor-start-"));
}

/**
 * Starts `script` with nothing of this process's settings in its environment. No file it writes grows over `fileKib`: as good
 * as a full disk, without the rights to make one.
 */
export function run(script: string, args: string[], env: Environment, fileKib?: number) {
  const command = [process.execPath, join(ROOT, script), ...args];
  // In blocks of 512 bytes. Node ignores the signal, so that a write past it fails as on a full disk.
  const limited = ["sh", "-c", `ulimit -S -f ${2 * (fileKib ?? 0)}; exec "$0" "$@"`, ...command];
  const [program = "", ...rest] = fileKib === undefined ? command : limited;
  const child = spawn(program, rest, {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH ?? "", ...env },
  });
  const text = { out: "", err: "" };
  child.stdout.on("data", (part) => {
    text.out += part;
  });
  child.stderr.on("data", (part) => {
    text.err += part;
  });
  const ended = new Promise<Ended>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal, ...text })),
  );
  return { child, text, ended };
}

/** Resolves when it says that it is ready; rejects with what it said when it ended before. */
export function startServer(env: Environment, fileKib?: number): Promise<Running> {
  const { child, text, ended } = run(
    "server/main.ts",
    [],
    { SEED: "none", PORT: "0", ...env },
    fileKib,
  );
  return new Promise((resolve, reject) => {
    child.stdout.on("data", () => {
      const url = /Candor is ready on (http:\/\/\S+?:(\d+))\n/.exec(text.out);
      const port = Number(url?.[2]);
      if (url !== null) resolve({ child, url: `http://127.0.0.1:${port}`, port, ended });
    });
    void ended.then(({ err }) => reject(new Error(err)));
  });
}

/** Lets files of a running process grow again, as where somebody has made room; false where this system has no way to. */
export function makeRoom({ child }: Running): boolean {
  const { status } = spawnSync("prlimit", ["--fsize=unlimited:", "--pid", `${child.pid}`]);
  return status === 0;
}

/** Starts and kills, wherever the start has got to by then. */
export async function killWhileStarting(env: Environment, afterMs: number): Promise<void> {
  const { child, ended } = run("server/main.ts", [], { SEED: "none", PORT: "0", ...env });
  setTimeout(() => child.kill("SIGKILL"), afterMs);
  await ended;
}

/** A start that is expected to fail, or a job: gives how it ended. */
export const failToStart = (env: Environment): Promise<Ended> =>
  run("server/main.ts", [], { SEED: "none", PORT: "0", ...env }).ended;

export const runJob = (job: string, env: Environment): Promise<Ended> =>
  run("server/cli.ts", [job], { SEED: "none", ...env }).ended;

/** `npm run seed` with these flags. */
export const runSeed = (flags: string[], env: Environment): Promise<Ended> =>
  run("seed/index.ts", flags, env).ended;
