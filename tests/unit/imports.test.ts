// Who may import whom: the sources keep the rules, and each rule is seen to catch what it forbids.
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { breaches } from "../support/import-rules.ts";

const ROOT = join(import.meta.dirname, "../..");

function sourcesOf(folder: string): [string, string][] {
  const given = { cwd: ROOT, exclude: ["**/node_modules"] };
  return globSync(`${folder}/**/*.{ts,tsx}`, given).map((path) => [
    path,
    readFileSync(join(ROOT, path), "utf8"),
  ]);
}

describe("the sources", () => {
  const all = new Map(["shared", "server", "client", "seed", "bench"].flatMap(sourcesOf));

  test("keep the rules", () => {
    expect(breaches(all)).toEqual([]);
  });

  test.each(["shared/vocabulary.ts", "server/main.ts", "client/main.tsx", "seed/index.ts"])(
    "are seen: %s",
    (path) => {
      expect(all.has(path)).toBe(existsSync(join(ROOT, path)));
    },
  );
});

describe("the rules", () => {
  const of = (path: string, text: string) => breaches(new Map([[path, text]]));

  test.each([
    ["a layer below", "server/stats/a.ts", 'import { b } from "../store/store.ts"'],
    ["a type, too", "server/fold/a.ts", 'import type { B } from "../store/store.ts"'],
    ["a re-export", "server/fold/a.ts", 'export const a = 1; export { b } from "../jobs/b.ts"'],
    ["a dynamic import", "client/app.tsx", 'export const a = import("../server/app.ts")'],
    ["an import type", "client/app.tsx", 'export type A = import("../server/app.ts").A'],
    ["a thread", "server/http/a.ts", 'new Worker(new URL("../writer/b.ts", import.meta.url))'],
    ["another page", "client/pages/data/a.tsx", 'import { b } from "../overview/b.tsx"'],
    ["the app from a page", "client/pages/data/a.tsx", 'import { b } from "../../router.tsx"'],
    ["the client", "shared/a.ts", 'import { b } from "../client/format/b.ts"'],
    ["tests", "server/main.ts", 'import { b } from "../tests/support/b.ts"'],
    ["the bench", "server/main.ts", 'import { b } from "../bench/floor.ts"'],
    ["the client from the bench", "bench/a.ts", 'import { b } from "../client/app.tsx"'],
    ["seed", "server/routes/a.ts", 'import { b } from "../../seed/b.ts"'],
    ["another part of fold", "server/figures/a.ts", 'import { b } from "../fold/fold.ts"'],
  ])("imports: %s", (_, path, text) => {
    expect(of(path, text)).toEqual([expect.stringMatching(/may import/)]);
  });

  test.each([
    ["server/figures/a.ts", 'import Database from "better-sqlite3"'],
    ["server/figures/a.ts", 'import type { Request } from "express"'],
    ["client/pages/data/a.tsx", 'import { LineChart } from "recharts"'],
    ["shared/a.ts", 'import { readFileSync } from "node:fs"'],
    ["client/api/a.ts", 'import { readFileSync } from "node:fs"'],
    ["server/http/a.ts", 'import { renderToString } from "react-dom/server"'],
    ["client/queries/a.ts", 'fetch("/api/v1/status")'],
    ["client/queries/a.ts", 'window.fetch("/api/v1/status")'],
    ["server/http/a.ts", "export const port = process.env.PORT"],
    ["server/http/a.ts", 'export const env = process["env"]'],
    ["server/http/a.ts", 'import { env } from "node:process"'],
    ["seed/generate.ts", "export const now = Date.now()"],
    ["server/fold/a.ts", "export const now = new Date()"],
    ["server/fold/a.ts", "export const clock = { now: Date.now }"],
    ["server/fold/a.ts", "export const now = Temporal.Now.instant()"],
    ["server/stats/a.ts", "export const now = Date()"],
  ])("uses: %s, %s", (path, text) => {
    expect(of(path, text)).toEqual([expect.stringMatching(/ uses .+ may, because /)]);
  });

  test.each([
    ["server/fold/a.ts", 'import { b } from "./b"', /without its file ending/],
    ["server/fold/index.ts", "export const a = 1", /index file/],
    ["server/fold/all.ts", 'export * from "./a.ts"; export { b } from "./b.ts"', /only re-exports/],
    ["server/news/a.ts", "export const a = 1", /no known place/],
    ["client/hooks/a.ts", "export const a = 1", /no known place/],
    ["server/fold/a.ts", "export const a = ", /can't be parsed/],
  ])("form: %s, %s", (path, text, message) => {
    expect(of(path, text)).toEqual([expect.stringMatching(message)]);
  });

  test("circles, over any number of files", () => {
    const circle = new Map([
      ["shared/a.ts", 'import { b } from "./b.ts"'],
      ["shared/b.ts", 'import { c } from "#shared/c.ts"'],
      ["shared/c.ts", 'import { a } from "./a.ts"'],
    ]);
    expect(breaches(circle)).toEqual([
      "imports go in a circle: shared/a.ts → shared/b.ts → shared/c.ts → shared/a.ts",
    ]);
  });

  test("allow what they say", () => {
    const good = new Map([
      ["server/store/store.ts", 'import type { Facts } from "../fold/facts.ts"'],
      ["server/store/sqlite/open.ts", 'import Database from "better-sqlite3"'],
      ["server/fold/facts.ts", 'import { days } from "#shared/days.ts"'],
      ["server/main.ts", "export const now = () => Date.now() + Number(process.env.SKEW)"],
      ["server/fold/a.ts", "export const day = new Date(0).getTime()"],
      ["server/writer/writer.ts", 'new Worker(new URL("./writer-thread.ts", import.meta.url))'],
      ["server/store/sqlite/migrate.ts", 'new URL("./migrations/", import.meta.url)'],
      ["client/pages/data/a.tsx", 'import { b } from "./b.tsx"; import "../../styles/a.css"'],
      ["seed/index.ts", 'import { b } from "../server/ingest/b.ts"'],
    ]);
    expect(breaches(good)).toEqual([]);
  });
});
