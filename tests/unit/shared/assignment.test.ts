// Who is shown what: the same on every machine, uniform, and another draw in every experiment.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assignedVariant, murmur3 } from "#shared/assignment.ts";
import { sampleRatio } from "../../../server/stats/sample-ratio.ts";

interface Vectors {
  published: { text: string; seed: number; hash: number }[];
  cases: {
    experiment: string;
    arms: { slug: string; share: number }[];
    unit: string;
    hash: number;
    variant: string;
  }[];
}
const vectors: Vectors = JSON.parse(
  readFileSync(new URL("../../fixtures/assignment.json", import.meta.url), "utf8"),
);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const units = (count: number) => Array.from({ length: count }, (_, i) => `unit-${i}`);
const even = [
  { slug: "a", share: 1 },
  { slug: "b", share: 1 },
];

describe("the hash", () => {
  test.each(vectors.published)("of $text with seed $seed is the published one", (one) => {
    expect(murmur3(bytesOf(one.text), one.seed)).toBe(one.hash);
  });
});

describe("the variant", () => {
  test.each(vectors.cases)("of $unit in $experiment is the one in the vectors", (one) => {
    expect(murmur3(bytesOf(`${one.experiment}/${one.unit}`))).toBe(one.hash);
    expect(assignedVariant(one.experiment, one.unit, one.arms)).toMatchObject({
      slug: one.variant,
    });
  });

  test.each([
    ["1:1", [1, 1]],
    ["22:78", [0.22, 0.78]],
    ["5:1:1:1:1", [5, 1, 1, 1, 1]],
  ])("comes as often as planned at %s", (plan, shares) => {
    const arms = shares.map((share, i) => ({ slug: `v${i}`, share }));
    const counts = arms.map(() => 0);
    for (const unit of units(40_000)) {
      const at = arms
        .map(({ slug }) => slug)
        .indexOf(assignedVariant(`test ${plan}`, unit, arms)?.slug ?? "");
      counts[at] = (counts[at] ?? 0) + 1;
    }
    expect(sampleRatio(counts, shares).pValue).toBeGreaterThan(0.01);
  });

  test("in one experiment says nothing of that in another", () => {
    const pairs = [0, 0, 0, 0];
    for (const unit of units(40_000)) {
      const place = ["one", "two"].map((name) =>
        Number(assignedVariant(name, unit, even)?.slug === "b"),
      );
      const at = 2 * (place[0] ?? 0) + (place[1] ?? 0);
      pairs[at] = (pairs[at] ?? 0) + 1;
    }
    expect(sampleRatio(pairs, [1, 1, 1, 1]).pValue).toBeGreaterThan(0.01);
  });
});
