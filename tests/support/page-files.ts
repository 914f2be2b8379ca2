// The files of the built page, and which of them a browser fetches before anybody does anything.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "dist/client");

/** Builds the page, unless it already is what the sources give. */
export function buildPage(): void {
  execFileSync(process.execPath, [join(ROOT, "scripts/build-page.ts")], { stdio: "inherit" });
}

export function scriptNames(): string[] {
  return readdirSync(join(FOLDER, "assets")).filter((name) => name.endsWith(".js"));
}

export function textOf(name: string): string {
  return readFileSync(join(FOLDER, name), "utf8");
}

/** Bytes as gzip sends them, the larger of the two ways: every client reads gzip. */
export function gzipBytes(name: string): number {
  return readFileSync(join(FOLDER, `${name}.gz`)).length;
}

/** Scripts and styles that index.html names, and all that those import statically. */
export function firstLoad(): string[] {
  const named = [...textOf("index.html").matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)];
  return withImports(named.map(([, name = ""]) => name));
}

/** These files and all that they import statically, each once. */
export function withImports(names: readonly string[]): string[] {
  const found = new Set(names);
  for (const name of found) {
    if (!name.endsWith(".js")) continue;
    for (const { moduleRequest } of parseSync(name, textOf(name)).module.staticImports)
      found.add(join("assets", moduleRequest.value));
  }
  return [...found];
}
