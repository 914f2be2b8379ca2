import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countRecord, event, granted } from "../support/api-records.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const MAX_VALUES = 5000;

describe("a dimension", () => {
  test("takes 5 000 distinct values, and then the known ones and unknown only", async () => {
    // A withdrawal of somebody without consent: one light fact each.
    const values = Array.from({ length: MAX_VALUES }, (_, i) =>
      event("withdrawn", { purpose: `p-${i}`, subject: "one" }),
    );
    expect((await api.take("events", values)).accepted).toBe(MAX_VALUES);

    const over = granted({ purpose: "one-more" });
    const answer = await api.take("events", [over, granted({ purpose: "p-17" })]);
    expect(answer.accepted).toBe(1);
    expect(answer.rejected).toEqual([
      {
        index: 0,
        id: over.id,
        code: "too_many_values",
        field: "purpose",
        message: "purpose is one-more, but has 5 000 distinct values already",
      },
    ]);
    const general = event("survey_answered", { purpose: undefined });
    expect((await api.take("events", [general])).accepted).toBe(1);
  });

  test("is shared by events and counts", async () => {
    const answer = await api.take("counts", [
      countRecord({ purpose: "one-more", granted: 1, declined: 1 }),
    ]);
    expect(answer.rejected[0]).toMatchObject({ code: "too_many_values", field: "purpose" });
    const known = [countRecord({ purpose: "p-17", granted: 1, declined: 1 })];
    expect((await api.take("counts", known)).accepted).toBe(1);
  });

  test("gets no value from what was refused, or from a count record that removes nothing", async () => {
    const wrong = Array.from({ length: MAX_VALUES }, (_, i) =>
      granted({ channel: `c-${i}`, purpose: "one-more" }),
    );
    expect((await api.take("events", wrong)).accepted).toBe(0);
    const empty = Array.from({ length: MAX_VALUES }, (_, i) =>
      countRecord({ purpose: "p-1", channel: `d-${i}` }),
    );
    expect((await api.take("counts", empty)).accepted).toBe(MAX_VALUES);
    expect(
      (await api.take("events", [granted({ purpose: "p-1", channel: "kiosk" })])).accepted,
    ).toBe(1);
  });
});
