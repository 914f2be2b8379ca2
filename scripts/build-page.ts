// Builds the page into dist/client, unless it already is what these sources give.
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
process.chdir(root);

const STAMP = "dist/client/.sources";
const hash = createHash("sha256");
for (const path of globSync(["client/**", "shared/**", "vite.config.ts", "package*.json"], {
  withFileTypes: true,
})
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()) {
  hash.update(`${path}\n`).update(readFileSync(path));
}
const sources = hash.digest("hex");

if (stamp() !== sources) {
  console.error("Building the page …");
  // Vite would keep a NODE_ENV of the environment, and build React for development.
  process.env.NODE_ENV = "production";
  const { build } = await import("vite");
  await build({ logLevel: "warn" });
  writeFileSync(STAMP, sources);
}

function stamp(): string {
  try {
    return readFileSync(STAMP, "utf8");
  } catch {
    return "";
  }
}
