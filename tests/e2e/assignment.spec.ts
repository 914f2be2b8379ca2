/** The file that companies copy assigns everybody as the server does, in a browser. */
import { readFileSync } from "node:fs";
import { expect, test } from "../support/e2e-page.ts";

interface Case {
  experiment: string;
  arms: { slug: string; share: number }[];
  unit: string;
  variant: string;
}
const { cases } = JSON.parse(
  readFileSync(new URL("../fixtures/assignment.json", import.meta.url), "utf8"),
) as { cases: Case[] };

test("/assignment.js gives the variants of the test vectors, and needs no other file", async ({
  page,
}) => {
  const source = await (await page.request.get("/assignment.js")).text();
  expect(source).not.toMatch(/\bimport\b|\brequire\b/);
  await page.goto("/");
  const found = await page.evaluate(async (given) => {
    const file = "/assignment.js";
    const { assignedVariant } = await import(file);
    return given.map(({ experiment, unit, arms }) => assignedVariant(experiment, unit, arms).slug);
  }, cases);
  expect(found).toEqual(cases.map(({ variant }) => variant));
});
