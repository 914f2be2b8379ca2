import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Change } from "#shared/contract/change.ts";
import { expectProblem } from "../support/api-problem.ts";
import { type ApiServer, type Json, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const PATH = "/api/v1/changes";
const least = { title: "Plainer words", date: "2026-03-01", kind: "wording" };

async function create(body: Json): Promise<Change> {
  const response = await api.send("POST", PATH, body);
  expect(response.status).toBe(201);
  const change = (await response.json()) as Change;
  expect(response.headers.get("location")).toBe(`${PATH}/${change.id}`);
  return change;
}

const all = async (): Promise<Change[]> =>
  ((await (await api.get(PATH)).json()) as { changes: Change[] }).changes;

describe("a change", () => {
  test("is recorded with what is left out filled in", async () => {
    const change = await create(least);
    const everything = { purposes: [], channels: [], regions: [], generations: [] };
    expect(change).toEqual({
      ...least,
      id: expect.stringMatching(/^[\w-]{36}$/),
      scope: everything,
      hypothesis: "",
      owner: "",
      link: "",
      notice: null,
      experiment: null,
      createdAt: "2026-03-31T12:00:00.000Z",
      updatedAt: "2026-03-31T12:00:00.000Z",
    });
    expect(await (await api.get(`${PATH}/${change.id}`)).json()).toEqual(change);
  });

  test("is corrected in what is given, and keeps the rest", async () => {
    const scope = {
      purposes: ["ads"],
      channels: ["web"],
      regions: ["US-ME"],
      generations: ["gen_z"],
    };
    const change = await create({
      ...least,
      scope,
      hypothesis: "Trust grows",
      owner: "Consent team",
      link: "https://example.com/changes/7",
      notice: "2026-02",
      experiment: "w7",
    });
    api.clock.now += 1000;
    const response = await api.send("PATCH", `${PATH}/${change.id}`, {
      title: "Plain words",
      notice: null,
    });
    const corrected = {
      ...change,
      title: "Plain words",
      notice: null,
      updatedAt: "2026-03-31T12:00:01.000Z",
    };
    expect(await response.json()).toEqual(corrected);
    expect(await (await api.get(`${PATH}/${change.id}`)).json()).toEqual(corrected);
  });

  test("is removed, and then not there", async () => {
    const { id } = await create(least);
    const response = await api.send("DELETE", `${PATH}/${id}`);
    expect(response.status).toBe(204);
    expect((await all()).map((change) => change.id)).not.toContain(id);
    for (const method of ["GET", "DELETE"])
      await expectProblem(await api.send(method, `${PATH}/${id}`), "not_found");
    await expectProblem(await api.send("PATCH", `${PATH}/${id}`, {}), "not_found");
  });

  test("of a time before it had an owner and a link has none", async () => {
    const { owner: _, link: __, ...older } = await create(least);
    await api.writer.send("putRecord", { kind: "change", record: older as Change });
    const read = await (await api.get(`${PATH}/${older.id}`)).json();
    expect(read).toEqual({ ...older, owner: "", link: "" });
  });

  test("stands in the list, the latest first", async () => {
    await create({ ...least, date: "2026-03-20" });
    const dates = (await all()).map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(dates[0]).toBe("2026-03-20");
  });

  test.each<[field: string, body: unknown]>([
    ["title", { ...least, title: "" }],
    ["title", { ...least, title: "x".repeat(201) }],
    ["title", { ...least, title: "\ud800" }],
    ["title", { ...least, title: undefined }],
    ["date", { ...least, date: "2026-02-30" }],
    ["date", { ...least, date: 5 }],
    ["kind", { ...least, kind: "magic" }],
    ["hypothesis", { ...least, hypothesis: "x".repeat(2001) }],
    ["owner", { ...least, owner: "x".repeat(201) }],
    ["link", { ...least, link: "javascript:alert(1)" }],
    ["link", { ...least, link: "https://" }],
    ["notice", { ...least, notice: "?" }],
    ["scope.purposes.0", { ...least, scope: { purposes: ["Ads"] } }],
    ["scope.generations.1", { ...least, scope: { generations: ["gen_z", "gen_y"] } }],
    ["scope.planets", { ...least, scope: { planets: [] } }],
    ["id", { ...least, id: "mine" }],
    ["", []],
    ["", "words"],
  ])("is refused with the field at fault: %s", async (field, body) => {
    const problem = await expectProblem(await api.send("POST", PATH, body), "invalid_request");
    expect(problem.fields?.map((fault) => fault.field)).toEqual([field]);
    expect(problem.detail.startsWith(field === "" ? "the body" : field)).toBe(true);
  });

  test("is not corrected into something wrong", async () => {
    const change = await create(least);
    await expectProblem(
      await api.send("PATCH", `${PATH}/${change.id}`, { date: "soon" }),
      "invalid_request",
    );
    await expectProblem(
      await api.send("PATCH", `${PATH}/${change.id}`, { id: "mine" }),
      "invalid_request",
    );
    expect(await (await api.get(`${PATH}/${change.id}`)).json()).toEqual(change);
  });

  test("comes as JSON of up to 64 KiB", async () => {
    const post = (body: BodyInit, type: string) =>
      fetch(`${api.url}${PATH}`, { method: "POST", body, headers: { "content-type": type } });
    await expectProblem(await post("", "application/json"), "empty_body");
    await expectProblem(await post("{", "application/json"), "invalid_json");
    await expectProblem(
      await post(new Uint8Array([0x22, 0xff, 0x22]), "application/json"),
      "invalid_json",
    );
    await expectProblem(await post(JSON.stringify(least), "text/plain"), "unsupported_media_type");
    await expectProblem(
      await post(JSON.stringify(least), "application/x-ndjson"),
      "unsupported_media_type",
    );
    const big = await expectProblem(
      await post(" ".repeat(70_000), "application/json"),
      "body_too_large",
    );
    expect(big.detail).toContain("64 KiB");
  });
});
