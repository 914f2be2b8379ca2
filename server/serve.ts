/** Serves a world of the data folder, and the other one when asked to. It has no clock and no environment of its own. */
import type { RequestListener, Server } from "node:http";
import { createApp } from "./app.ts";
import { buildId } from "./build-id.ts";
import type { Config } from "./config.ts";
import type { Log } from "./http/log.ts";
import { createHttpServer, refuseWhileStarting } from "./http/server.ts";
import { lockFolder } from "./store/lock.ts";
import { firstWorld, openWorld, type World, type WorldName } from "./world.ts";

const DRAIN_MS = 10_000;
/** Some of what has to be done once a day begins at midnight, in whatever zone. */
const TEND_MS = 3_600_000;

export interface Setup {
  config: Config;
  /** ms since 1970. */
  clock: () => number;
  log: Log;
  /** Where the built page lies. */
  pageFolder: string;
  /** Fills the demo world where it is not filled yet. */
  fillDemo: (world: World) => Promise<void>;
  /** Told when a world can no longer be written. */
  onDeath: (error: Error) => void;
}

export interface Serving {
  url: string;
  /** Finishes what runs, closes the databases, and frees port and folder. */
  stop(): Promise<void>;
}

/** Throws an error whose message is one sentence for the person who starts Candor. */
export async function serve(setup: Setup): Promise<Serving> {
  const { config } = setup;
  const lock = lockFolder(config.dataDir);
  const build = buildId();
  // Both stay open once opened: requests that are under way finish on the world they began with.
  const opened = new Map<WorldName, Promise<World>>();

  async function open(name: WorldName): Promise<World> {
    const world = await openWorld(config, name, setup.onDeath);
    if (name === "demo") await setup.fillDemo(world);
    await tend(world);
    return world;
  }

  async function tend({ writer }: World): Promise<void> {
    await writer.send("tend", { now: setup.clock() });
  }
  const tending = setInterval(() => {
    // A writer that has died says so by itself, and one that is overloaded has time in an hour.
    for (const world of opened.values()) world.then(tend).catch(() => {});
  }, TEND_MS);

  async function appOf(name: WorldName) {
    const opening = opened.get(name) ?? open(name);
    opened.set(name, opening);
    opening.catch(() => opened.delete(name));
    const { store, writer, reader } = await opening;
    const { clock, log, pageFolder } = setup;
    const given = { clock, log, build, pageFolder, switchWorld };
    return createApp({ ...given, store, writer, reader, world: name });
  }

  // The port is taken before a world is opened and filled, so that one in use shows at once.
  let handle: RequestListener = refuseWhileStarting;
  async function switchWorld(to: WorldName): Promise<void> {
    handle = await appOf(to);
  }

  const server = createHttpServer((request, response) => handle(request, response));
  await listen(server, config);
  await switchWorld(firstWorld(config));
  return {
    url: urlOf(server, config),
    async stop() {
      clearInterval(tending);
      const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      clearTimeout(force);
      for (const world of opened.values()) await (await world).close();
      lock.release();
    },
  };
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

function urlOf(server: Server, { host }: Config): string {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const name = host === "127.0.0.1" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
