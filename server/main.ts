/** Start-up: config → lock → world → app → listen → shut down. */
import type { Server } from "node:http";
import { join } from "node:path";
import { pino } from "pino";
import { loadDemo } from "../seed/load.ts";
import { printProgress } from "../seed/progress.ts";
import { createApp } from "./app.ts";
import { buildId } from "./build-id.ts";
import { type Config, parseConfig } from "./config.ts";
import { createHttpServer } from "./http/server.ts";
import { lockFolder } from "./store/lock.ts";
import { firstWorld, openWorld, type World, type WorldName } from "./world.ts";

const PAGE_FOLDER = join(import.meta.dirname, "../dist/client");
const DRAIN_MS = 10_000;

async function start(): Promise<void> {
  const config = parseConfig(process.env);
  // Until it serves: all that is on disk is whole, and a load that is cut short goes on at the next start.
  let stop = (): void => process.exit(0);
  process.on("SIGTERM", () => stop());
  process.on("SIGINT", () => stop());
  const lock = lockFolder(config.dataDir);
  const log = pino({ level: config.logLevel });
  const build = buildId();
  let world = await prepare(config, firstWorld(config));
  let handle = appOf(world);

  function appOf(of: World) {
    return createApp({
      store: of.store,
      writer: of.writer,
      world: of.name,
      clock: Date.now,
      log,
      build,
      pageFolder: PAGE_FOLDER,
      switchWorld,
    });
  }

  let switched = Promise.resolve();
  /** One after the other: a database has one writer. */
  function switchWorld(to: WorldName): Promise<void> {
    const turn = switched.then(() => replaceWorld(to));
    switched = turn.catch(() => undefined);
    return turn;
  }

  async function replaceWorld(to: WorldName): Promise<void> {
    if (to === world.name) return;
    const before = world;
    world = await prepare(config, to);
    handle = appOf(world);
    // Requests that are under way finish on the world they began with.
    setTimeout(() => void before.close(), DRAIN_MS).unref();
  }

  const server = createHttpServer((request, response) => handle(request, response));
  await listen(server, config);
  process.stdout.write(`Candor is ready on ${addressOf(server, config)}\n`);

  stop = () => {
    stop = () => undefined;
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
    server.close(
      () =>
        void world
          .close()
          .then(lock.release)
          .then(() => process.exit(0)),
    );
    server.closeIdleConnections();
  };
}

/** Opens a world; the demo world is filled first, where it is not yet. */
async function prepare(config: Config, name: WorldName): Promise<World> {
  const world = await openWorld(config, name);
  if (name === "demo") {
    await loadDemo(world, Date.now(), printProgress("Loading the demo world", process.stdout));
  }
  return world;
}

function listen(server: Server, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE"
          ? `port ${config.port} is in use: stop what uses it, or set PORT to another.`
          : `cannot listen on ${config.host}:${config.port} (${error.code}): set HOST and PORT right.`;
      reject(new Error(reason));
    });
    server.listen(config.port, config.host, resolve);
  });
}

function addressOf(server: Server, { host }: Config): string {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const name = host === "127.0.0.1" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

start().catch((error: unknown) => {
  process.stderr.write(
    `Candor cannot start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
});
