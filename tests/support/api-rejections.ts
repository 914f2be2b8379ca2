// One event that is wrong in one way, and what the answer has to say of it.
import { expect } from "vitest";
import type { RejectionCode } from "#shared/contract/errors.ts";
import type { EventType } from "#shared/vocabulary.ts";
import { event } from "./api-records.ts";
import type { ApiServer, Json } from "./api-server.ts";

/** The first of `fields` is the one at fault. */
export type Wrong = [type: EventType, fields: Json, code: RejectionCode, message: string];

export async function expectRejection(api: ApiServer, [type, fields, code, message]: Wrong) {
  const answer = await api.take("events", [event(type, fields)]);
  const [field] = Object.keys(fields);
  expect(answer.accepted).toBe(0);
  expect(answer.rejected).toHaveLength(1);
  expect(answer.rejected[0]).toMatchObject({ index: 0, code, field, message });
}
