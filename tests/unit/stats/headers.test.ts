// A statistician who opens any module finds in its first lines what it computes, in which units, and where that is from.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const FOLDER = join(import.meta.dirname, "../../../server/stats");
/** A type that the others answer with: nothing is computed. */
const NO_METHOD = ["estimate.ts"];
const FIRST_LINES = 35;

const modules = readdirSync(FOLDER)
  .filter((name) => !NO_METHOD.includes(name))
  .map((name) => {
    const [header = "", ...body] = readFileSync(join(FOLDER, name), "utf8").split(" */\n");
    return { name, header, body: body.join("") };
  });

test.each(modules)(
  "$name begins with its formula, its units or range, and its source",
  ({ header }) => {
    expect(header).toMatch(/^\/\*\*\n/);
    expect(header.split("\n").length).toBeLessThan(FIRST_LINES);
    expect(header).toMatch(/^ \* Formula: /m);
    expect(header).toMatch(/\b(Units|Range): /);
    expect(header).toMatch(/^ \* Source: \S/m);
  },
);

test.each(modules.filter(({ body }) => /\bnull\b/.test(body)))(
  "$name says what is null",
  ({ header }) => {
    expect(header).toMatch(/\bNull\b/);
  },
);
