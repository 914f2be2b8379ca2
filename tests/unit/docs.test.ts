/** What is public is documented: a route, code, metric or setting that the docs do not name fails here. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { problems, rejections } from "#shared/contract/errors.ts";
import { eventFields } from "#shared/contract/event.ts";
import { routes } from "#shared/contract/routes.ts";
import { metricNames } from "#shared/metric-list.ts";
import { restatementNames, stepCodes } from "#shared/restatements.ts";

const read = (file: string): string =>
  readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const api = read("docs/api.md");
const readme = read("README.md");

describe("docs/api.md", () => {
  it.each(routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`))(
    "names the route %s",
    (route) => {
      expect(api).toContain(`\`${route}\``);
    },
  );

  it.each(Object.entries(problems))("gives the status of the problem %s", (code, { status }) => {
    const row = api
      .split("\n")
      .find((line) => line.startsWith("|") && line.includes(`\`${code}\``));
    expect(row).toContain(`| ${status} |`);
  });

  it.each(Object.keys(rejections))("names the rejection %s", (code) => {
    expect(api).toContain(`\`${code}\``);
  });

  it.each([...restatementNames, ...stepCodes])("names the restatement or step %s", (name) => {
    expect(api).toContain(`\`${name}\``);
  });

  it.each(metricNames)("names the metric %s", (metric) => {
    expect(api).toContain(`\`${metric}\``);
  });

  it.each([...new Set(Object.values(eventFields).flatMap((fields) => [...fields]))])(
    "names the event field %s",
    (field) => {
      expect(api).toContain(`\`${field}\``);
    },
  );
});

describe("README.md", () => {
  const names = [...read("server/config.ts").matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name);

  it.each(names)("lists the setting %s", (name) => {
    expect(readme).toContain(`| \`${name}\` |`);
  });

  it("lists all settings there are", () => {
    expect(names.length).toBeGreaterThanOrEqual(8);
  });
});
