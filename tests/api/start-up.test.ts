import { copyFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parseConfig } from "../../server/config.ts";
import {
  failToStart,
  freshFolder,
  type Running,
  runJob,
  startServer,
} from "../support/api-process.ts";
import { granted } from "../support/api-records.ts";
import { ndjson } from "../support/api-server.ts";

const folders: string[] = [];
function folder(): string {
  const made = freshFolder();
  folders.push(made);
  return made;
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true });
});

/** One sentence on standard error, status 1, nothing of a stack. */
async function refusal(env: Record<string, string>): Promise<string> {
  const { code, err } = await failToStart(env);
  expect(code, err).toBe(1);
  expect(err).toMatch(/^Candor cannot start: [^\n]+\.\n$/);
  return err;
}

async function stop({ child, ended }: Running) {
  child.kill("SIGTERM");
  return await ended;
}

describe("a wrong value stops the start, and the sentence names it and what it has to be", () => {
  const wrong: [name: string, values: string[], rule: string][] = [
    ["PORT", ["http", "-1", "65536", "3000.5"], "whole number from 0 to 65535"],
    ["HOST", ["0.0.0.0", "example.org", "::"], "loopback address"],
    ["SEED", ["yes"], "demo or none"],
    ["AUTH", ["password"], "none"],
    ["MIN_CELL", ["0", "ten"], "whole number from 1 to 1000"],
    ["REPORTING_ZONE", ["Mars/Olympus"], "time zone such as UTC or Europe/Berlin"],
    ["LOG_LEVEL", ["loud"], "one of fatal"],
  ];
  test.each(wrong)("%s", async (name, values, rule) => {
    const [first = ""] = values;
    const sentence = await refusal({ DATA_DIR: folder(), [name]: first });
    expect(sentence).toContain(`${name} is "${first}", but has to be`);
    expect(sentence).toContain("set it right or leave it out.");
    expect(sentence).toContain(rule);
    for (const value of values) {
      expect(() => parseConfig({ [name]: value })).toThrow(`${name} is "${value}", but has to be`);
    }
  });

  test("DATA_DIR", async () => {
    const file = join(folder(), "file");
    writeFileSync(file, "");
    const sentence = await refusal({ DATA_DIR: join(file, "data") });
    expect(sentence).toContain(file);
    expect(sentence).toContain("set DATA_DIR to another folder");
  });
});

describe("a start next to another", () => {
  test("is refused on the same port and on the same folder, and goes on when they are free", async () => {
    const DATA_DIR = folder();
    const running = await startServer({ DATA_DIR });
    const onPort = await refusal({ DATA_DIR: folder(), PORT: String(running.port) });
    expect(onPort).toContain(
      `port ${running.port} is in use: stop what uses it, or set PORT to another`,
    );
    const onFolder = await refusal({ DATA_DIR });
    expect(onFolder).toContain(`another Candor uses the data folder ${DATA_DIR}: stop it`);

    expect(await stop(running)).toMatchObject({ code: 0, signal: null });
    const again = await startServer({ DATA_DIR, PORT: String(running.port) });
    expect(again.port).toBe(running.port);
    expect(await stop(again)).toMatchObject({ code: 0, err: "" });
  });
});

describe("the key of the subjects", () => {
  test("is this user's alone, stays, and is missed where it is gone: no other is made", async () => {
    const DATA_DIR = folder();
    const key = join(DATA_DIR, "subject.key");
    await stop(await startServer({ DATA_DIR }));
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(statSync(key).size).toBe(32);

    const kept = join(folder(), "key");
    copyFileSync(key, kept);
    rmSync(key);
    const gone = await refusal({ DATA_DIR });
    expect(gone).toContain(`${key} is missing`);
    expect(gone).toContain("put the key back");
    expect(readdirSync(DATA_DIR)).not.toContain("subject.key");

    writeFileSync(key, Buffer.alloc(32, 7));
    expect(await refusal({ DATA_DIR })).toContain("put the right key back");
    writeFileSync(key, "short");
    expect(await refusal({ DATA_DIR })).toContain("is not a key of 32 bytes");
    copyFileSync(kept, key);
    expect(await stop(await startServer({ DATA_DIR }))).toMatchObject({ code: 0 });
  });

  test("is missed beside the other world's database, too", async () => {
    const DATA_DIR = folder();
    writeFileSync(join(DATA_DIR, "demo.db"), "");
    expect(await refusal({ DATA_DIR })).toContain("demo.db");
  });
});

test("a database that is none is said to be so", async () => {
  const DATA_DIR = folder();
  writeFileSync(join(DATA_DIR, "candor.db"), "no database at all".repeat(100));
  writeFileSync(join(DATA_DIR, "subject.key"), Buffer.alloc(32, 7));
  expect(await refusal({ DATA_DIR })).toContain("candor.db cannot be opened");
});

test("empty values are as good as none, and the folder is made", async () => {
  const DATA_DIR = join(folder(), "not", "there");
  const running = await startServer({
    DATA_DIR,
    HOST: "",
    MIN_CELL: "",
    REPORTING_ZONE: "",
    LOG_LEVEL: "",
  });
  const status = await (await fetch(`${running.url}/api/v1/status`)).json();
  expect(status).toMatchObject({ world: "own", k: 10, reportingZone: "UTC", asOf: null });
  await stop(running);
});

test("a signal lets what runs finish, with exit 0 and the port free", async () => {
  const DATA_DIR = folder();
  const running = await startServer({ DATA_DIR, MIN_CELL: "1" });
  const at = new Date().toISOString();
  // A client that keeps its connection must not keep the server.
  await fetch(`${running.url}/healthz`);
  const batch = () => ndjson(Array.from({ length: 3000 }, () => granted({ at })));
  const posts = Array.from({ length: 4 }, () =>
    fetch(`${running.url}/api/v1/events`, {
      method: "POST",
      headers: { "content-type": "application/x-ndjson" },
      body: batch(),
    }),
  );
  await posts[0];
  running.child.kill("SIGINT");
  const answers = await Promise.allSettled(posts);
  const accepted = answers.filter(
    (one) => one.status === "fulfilled" && one.value.status === 200,
  ).length;
  const { code, err } = await running.ended;
  expect({ code, err }).toEqual({ code: 0, err: "" });

  const again = await startServer({ DATA_DIR, PORT: String(running.port) });
  const { events } = (await (await fetch(`${again.url}/api/v1/intake`)).json()) as {
    events: number;
  };
  expect(events).toBeGreaterThanOrEqual(3000 * accepted);
  await stop(again);
  expect(await runJob("verify", { DATA_DIR })).toMatchObject({ code: 0 });
});
