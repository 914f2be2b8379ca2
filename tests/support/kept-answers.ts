// The questions whose answers are sent under a tag, and kept: one of every route that does so.
import { expect } from "vitest";
import type { Change } from "#shared/contract/change.ts";
import type { ApiServer } from "./api-server.ts";
import { recordOf } from "./experiment-api.ts";

export const RANGE = "from=2026-03-01&to=2026-03-31";
export const PATH = `/api/v1/metrics/opt_in_rate?${RANGE}`;

/** Shaped by every event. */
export const figureQuestions = [
  PATH,
  `${PATH}&format=csv`,
  "/api/v1/overview",
  `/api/v1/metrics/consent_retention/curve?${RANGE}`,
  `/api/v1/metrics/opt_in_rate/reconciliation?${RANGE}`,
  "/api/v1/dimensions",
];

/** The same in every store. */
export const wordQuestions = ["/api/v1/definitions", "/api/v1/definitions/opt_in_rate"];

/** Shaped by records and settings, too, but not by every event at once; records a change and an experiment to ask about. */
export async function findingQuestions(api: ApiServer): Promise<string[]> {
  const change = { title: "Plain words", date: "2026-03-05", kind: "wording" };
  const recorded = await api.send("POST", "/api/v1/changes", change);
  const { id } = (await recorded.json()) as Change;
  await api.send("POST", "/api/v1/experiments", recordOf("wording"));
  return [
    `/api/v1/changes/${id}/verdict`,
    "/api/v1/experiments/wording/results",
    "/api/v1/learned",
    "/api/v1/flags",
    "/api/v1/proposals",
  ];
}

/** As it is given the second time: the answer kept, where one is. */
export async function readKept(get: (path: string) => Promise<Response>, path: string) {
  await get(path);
  const response = await get(path);
  expect(response.status, path).toBe(200);
  return { etag: response.headers.get("etag"), body: await response.text() };
}
