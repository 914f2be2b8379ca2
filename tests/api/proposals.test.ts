// A notice that begins in the data and that no change names is proposed, until somebody says what it is.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ProposalsAnswer } from "#shared/contract/proposal.ts";
import { expectProblem } from "../support/api-problem.ts";
import { countRecord, decisions, event } from "../support/api-records.ts";
import { type ApiServer, type Json, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeEach(async () => {
  api = await startApi({ k: 3 });
  await api.take("events", decisions(2, 4, { at: "2026-01-05T09:00:00Z", notice: "old" }));
});
afterEach(() => api.stop());

const proposals = async (): Promise<ProposalsAnswer["proposals"]> =>
  ((await (await api.get("/api/v1/proposals")).json()) as ProposalsAnswer).proposals;
const asked = (n: number, day: string, fields: Json = {}) =>
  Array.from({ length: n }, () =>
    event("prompt_shown", { at: `${day}T09:00:00Z`, notice: "new", channel: "web", ...fields }),
  );
const post = (path: string, body: Json) => api.send("POST", `/api/v1/${path}`, body);

describe("a new notice", () => {
  test("is proposed with its first day, purposes and channels, small ones left out", async () => {
    await api.take("events", [
      ...asked(1, "2026-02-01"),
      ...asked(4, "2026-02-03"),
      ...asked(3, "2026-02-04", { channel: "ios", purpose: "analytics" }),
      ...asked(2, "2026-02-04", { channel: "email", purpose: "personalization" }),
    ]);
    expect(await proposals()).toEqual([
      {
        notice: "new",
        firstDay: "2026-02-03",
        purposes: ["ads", "analytics"],
        channels: ["web", "ios"],
        near: null,
      },
    ]);
  });

  test("is none while fewer than k people saw it, or in the first two weeks", async () => {
    await api.take("events", [
      ...asked(2, "2026-02-03"),
      ...asked(9, "2026-01-18", { notice: "b" }),
    ]);
    expect(await proposals()).toEqual([]);
    await api.take("events", asked(1, "2026-02-05"));
    expect((await proposals()).map(({ firstDay }) => firstDay)).toEqual(["2026-02-05"]);
  });

  test("is seen in daily totals, too", async () => {
    await api.take("counts", [countRecord({ day: "2026-02-09", notice: "totals", shown: 40 })]);
    expect(await proposals()).toMatchObject([{ notice: "totals", firstDay: "2026-02-09" }]);
  });

  test("names the change of that week which may be its own", async () => {
    await api.take("events", asked(5, "2026-02-03"));
    const plain = { title: "Plainer words", kind: "wording" };
    await post("changes", { ...plain, title: "Far away", date: "2026-02-20" });
    await post("changes", { ...plain, date: "2026-02-01" });
    expect((await proposals())[0]?.near).toMatchObject({ title: "Plainer words" });
  });

  test("is proposed no more once a change names it", async () => {
    await api.take("events", asked(5, "2026-02-03"));
    await post("changes", { title: "New", date: "2026-02-03", kind: "wording", notice: "new" });
    expect(await proposals()).toEqual([]);
  });

  test("is proposed no more once somebody says that it is no change, until that is taken back", async () => {
    await api.take("events", asked(5, "2026-02-03"));
    const reply = await (await post("replies", { to: "new_notice", about: "new" })).json();
    expect(reply).toMatchObject({ to: "new_notice", about: "new", note: "" });
    expect(await proposals()).toEqual([]);
    await api.send("DELETE", `/api/v1/replies/${(reply as { id: string }).id}`);
    expect(await proposals()).toHaveLength(1);
  });
});

test("a flag is answered with words", async () => {
  const flag = { to: "opt_out_effort", about: "web" };
  const problem = await expectProblem(await post("replies", flag), "invalid_request");
  expect(problem.fields).toMatchObject([{ field: "note" }]);
  expect((await post("replies", { ...flag, note: "One tap from June on." })).status).toBe(201);
});
