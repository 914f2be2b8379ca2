// The lockfile must serve every machine: npm leaves out what it did not see, and says nothing.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Package = {
  resolved?: string;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
};

const lockfile = readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8");
const packages: [string, Package][] = Object.entries(JSON.parse(lockfile).packages);
const paths = new Set(packages.map(([path]) => path));

test("has the packages of every platform, of Node and of the tools", () => {
  const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isFound(path, name)),
  );
  expect(missing).toEqual([]);
  expect(Object.keys(packages[0]?.[1].optionalDependencies ?? {})).toHaveLength(5);
});

test("names no registry: any will do", () => {
  expect(packages.filter(([, { resolved }]) => resolved)).toEqual([]);
});

test("needs no install scripts, which set-up leaves out", () => {
  expect(packages.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
});

/** As Node looks a package up: beside the one that asks, then further out. */
function isFound(from: string, name: string): boolean {
  if (paths.has(`${from ? `${from}/` : ""}node_modules/${name}`)) return true;
  const outer = from.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, "");
  return from !== "" && isFound(outer, name);
}
