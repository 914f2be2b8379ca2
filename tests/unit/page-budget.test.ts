// What the built page costs to open, by size: times are for `npm run bench`.
import { beforeAll, describe, expect, test } from "vitest";
import {
  buildPage,
  firstLoad,
  gzipBytes,
  scriptNames,
  textOf,
  withImports,
} from "../support/page-files.ts";

const FIRST_LOAD_BYTES = 180_000;

beforeAll(buildPage, 180_000);

const bytesOf = (names: readonly string[]) => names.reduce((sum, name) => sum + gzipBytes(name), 0);
const chunk = (page: string) => {
  const name = scriptNames().find((one) => one.startsWith(`${page}-page-`));
  return `assets/${name}`;
};
/** What only Recharts writes into a script. Our own styles name it, too. */
const drawsCharts = (name: string) =>
  name.endsWith(".js") && textOf(name).includes("recharts-surface");

describe("the first load", () => {
  test("is script and style of at most 180 kB as gzip, the Overview's own included", () => {
    const names = withImports([...firstLoad(), chunk("overview")]);
    expect(names.some((name) => name.endsWith(".css"))).toBe(true);
    expect(names.length).toBeGreaterThan(3);
    expect(bytesOf(names)).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
  });

  test("has no charts in it: they come when one is drawn", () => {
    const withCharts = scriptNames().filter((name) => drawsCharts(`assets/${name}`));
    expect(withCharts).toHaveLength(1);
    expect(firstLoad().filter(drawsCharts)).toEqual([]);
  });
});

/** What only the comparing of texts, and the counting of syllables, write into a page. */
const readsWordings = (name: string) => /maxEditLength|pluralize/.test(textOf(name));

test("what compares and grades wordings comes with the pages that use it", () => {
  expect(withImports([chunk("notices")]).some(readsWordings)).toBe(true);
  expect(withImports([...firstLoad(), chunk("overview")]).filter(readsWordings)).toEqual([]);
});

test.each([
  "overview",
  "opt-in",
  "withdrawals",
  "understanding",
  "changes",
  "notices",
  "data",
  "glossary",
])("the page %s shows before the charts have come", (page) => {
  expect(withImports([chunk(page)]).filter(drawsCharts)).toEqual([]);
});
