// An experiment of its own for each test, sent in and read back through the API.
import { expect } from "vitest";
import type { ExperimentResults } from "#shared/contract/experiment-results.ts";
import { countRecord, event } from "./api-records.ts";
import type { ApiServer, Json } from "./api-server.ts";

export const EXPERIMENTS = "/api/v1/experiments";

let made = 0;

export function newName(): string {
  made += 1;
  return `wording-${made}`;
}

export async function resultsOf(
  api: ApiServer,
  name: string,
  query = "",
): Promise<ExperimentResults> {
  const response = await api.get(`${EXPERIMENTS}/${name}/results${query}`);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as ExperimentResults;
}

/** `n` people of a variant, of whom the first `yes` grant. */
export function decided(name: string, variant: string, n: number, yes: number, more: Json): Json[] {
  return Array.from({ length: n }, (_, i) =>
    event(i < yes ? "granted" : "declined", { experiment: name, variant, ...more }),
  );
}

export function totals(
  name: string,
  variant: string,
  people: number,
  granted: number,
  more: Json = {},
): Json {
  const numbers = { shown: people, granted, declined: people - granted };
  return countRecord({ experiment: name, variant, ...numbers, ...more });
}

/** Two variants, half and half, running. */
export function recordOf(name: string, more: object = {}): object {
  const variants = [
    { slug: "a", share: 1 },
    { slug: "b", share: 1 },
  ];
  return { slug: name, title: "A test", status: "running", variants, ...more };
}
