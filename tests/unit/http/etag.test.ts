import { expect, test } from "vitest";
import { etagOf } from "../../../server/http/etag.ts";

test("a tag is the same for the same parts, and another for each other order or value", () => {
  expect(etagOf(["a", 1])).toBe(etagOf(["a", 1]));
  const tags = [["a", 1], [1, "a"], ["a", "1"], [["a", 1]], ["a", 1, null]].map(etagOf);
  expect(new Set(tags).size).toBe(tags.length);
  for (const tag of tags) expect(tag).toMatch(/^"[\w-]{27}"$/);
});
