// A real change through the verdicts' own code; the other cases are those of `npm run real-data`, whose files may not be shipped.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nhsVerdict } from "../../../scripts/real-data/verdicts.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/nhs-opt-out");

describe("the NHS opt-outs of 2021", async () => {
  const path = (file: string) => join(FOLDER, file);
  const claims = await nhsVerdict.check(
    { path, read: (file) => readFileSync(path(file), "utf8") },
    () => Promise.reject(new Error("this case needs no API")),
  );

  test.each(claims)("$what: $published", ({ got, published }) => {
    expect(got).toBe(published);
  });
});
