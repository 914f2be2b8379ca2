import { readFileSync } from "node:fs";

/** A file of tests/fixtures/reference, by its name without the ending. */
export function readReference<File>(name: string): File {
  const file = new URL(`../../fixtures/reference/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as File;
}
