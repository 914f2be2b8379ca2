/** What definitions say of coverage agrees with the table that was drawn with it, line by line. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type IntervalName, metricList, metricNames } from "#shared/metric-list.ts";
import { INTERVALS } from "../../../scripts/coverage-draws/intervals.ts";
import { coverageWords } from "../../../server/figures/coverage-words.ts";
import { buildDefinitions } from "../../../server/figures/definitions-figure.ts";

const text = readFileSync(new URL("../../../docs/coverage.md", import.meta.url), "utf8");

/** The column "coverage" of an interval's table, in per cent. */
function drawnOf(key: IntervalName): number[] {
  const name = INTERVALS.find((interval) => interval.key === key)?.name;
  const section = text.split("\n## ").find((part) => part.startsWith(`${name}\n`)) ?? "";
  return [...section.matchAll(/^\| [^|]+ \| [^|]+ \| \**([\d.]+) %\** \|/gm)].map(([, percent]) =>
    Number(percent),
  );
}

const percents = (words: string): number[] =>
  [...words.replace("95 % interval", "").matchAll(/[\d.]+(?= (to [\d.]+ )?%)/g)].map(([percent]) =>
    Number(percent),
  );

const keys = INTERVALS.flatMap(({ key }) => key ?? []);

describe("the coverage of a definition", () => {
  test.each(keys)("is what docs/coverage.md has of its interval: %s", (key) => {
    const drawn = drawnOf(key);
    expect(drawn.length).toBeGreaterThan(3);
    const [low, rest] = [drawn.filter((one) => one < 93), drawn.filter((one) => one >= 93)];
    const spans = [rest, low].filter((list) => list.length > 0);
    const limits = spans.flatMap((list) => [...new Set([Math.min(...list), Math.max(...list)])]);
    expect(percents(coverageWords([key]))).toEqual(limits);
  });

  test.each(metricNames)("names the least coverage of all its intervals: %s", (metric) => {
    const { intervals } = metricList[metric];
    const { coverage } = buildDefinitions().definitions.find((one) => one.metric === metric) ?? {};
    const drawn = intervals.flatMap(drawnOf);
    if (drawn.length === 0) expect(coverage).toBe("A full count has no interval.");
    else {
      expect(Math.min(...percents(coverage ?? ""))).toBe(Math.min(...drawn));
      expect(coverage).toContain("docs/coverage.md");
    }
  });

  test("says for what it falls short, and of what size", () => {
    expect(coverageWords(["retention"])).toMatch(
      /, but in fewer for few people of whom hardly anybody leaves \(n = 10 to \d+: [\d.]+ to [\d.]+ %\)\./,
    );
    expect(coverageWords(["rate"])).toMatch(/of the draws, nowhere in fewer\./);
  });
});
