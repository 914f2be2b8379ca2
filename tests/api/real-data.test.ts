// The published figures of the data sets that may be copied here, our own statistics and the API agreeing with them;
// `npm run real-data -- DIR` has them all.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkRealData } from "../../scripts/real-data.ts";

const fixtures = join(import.meta.dirname, "../fixtures");
const cases = [
  { name: "nhs-opt-out", checked: await checkRealData(fixtures) },
  { name: "thornton-hiv-incentive", checked: await checkRealData(join(fixtures, "real-data")) },
];

describe.each(cases)("$name", ({ name, checked }) => {
  const claims = checked.filter((set) => set.name === name).flatMap((set) => set.claims ?? []);

  test("is there, beside others that are not", () => {
    expect(claims.filter(({ fromApi }) => fromApi !== "").length).toBeGreaterThan(3);
    const others = checked.filter((set) => set.name !== name);
    expect(others.map((set) => set.claims)).toEqual(others.map(() => null));
  });

  test.each(claims)("$what: $published", ({ got, fromApi, published, ok }) => {
    expect(ok, `got ${got}, from API ${fromApi}, published ${published}`).toBe(true);
  });
});
