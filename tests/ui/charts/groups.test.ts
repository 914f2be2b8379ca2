// @vitest-environment node
import { expect, test } from "vitest";
import { groupsOf, toldApart } from "../../../client/charts/shape/groups.ts";

const orderOf = (dimension: string, sizes: { [value: string]: number }) =>
  groupsOf(
    Object.entries(sizes).map(([value, size]) => ({ group: { [dimension]: value }, size })),
    [dimension],
    ({ size }) => size,
  ).map(({ group }) => group.key);

test("generations stand oldest first, segments by name, others by size; the unknown last", () => {
  expect(orderOf("generation", { gen_z: 9, unknown: 99, silent: 1 })).toEqual([
    "silent",
    "gen_z",
    "unknown",
  ]);
  expect(orderOf("segment", { "age-10-19": 9, unknown: 99, "age-0-9": 1 })).toEqual([
    "age-0-9",
    "age-10-19",
    "unknown",
  ]);
  expect(orderOf("region", { FR: 3, unknown: 99, DE: 7 })).toEqual(["DE", "FR", "unknown"]);
});

test("of thirty regions eight are coloured and the rest is grey", () => {
  const sizes = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`R${i}`, 100 - i]));
  const groups = groupsOf(
    Object.entries(sizes).map(([region, size]) => ({ group: { region }, size })),
    ["region"],
    ({ size }) => size,
  );
  const colours = groups.map(({ group }) => group.style.colour);
  expect(new Set(colours.slice(0, 8)).size).toBe(8);
  expect(new Set(colours.slice(8))).toEqual(new Set(["var(--series-grey)"]));
});

test("eight groups are told apart, and the one that is brought out", () => {
  const style = { colour: "", marker: "circle", dash: "" } as const;
  const groups = Array.from({ length: 12 }, (_, i) => ({ key: `R${i}`, label: "", style }));
  expect(toldApart(groups, null).map(({ key }) => key)).toEqual(
    groups.slice(0, 8).map(({ key }) => key),
  );
  expect(toldApart(groups, "R10").map(({ key }) => key)).toContain("R10");
  expect(toldApart(groups, "R3")).toHaveLength(8);
});
