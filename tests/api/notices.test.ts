// Notices: written down once each, by the name that events give them, in an order that goes one way.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { load } from "../../seed/load.ts";
import { demoWorld } from "../../seed/worlds/demo.ts";
import { expectProblem } from "../support/api-problem.ts";
import { type ApiServer, type Json, NOW, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const PATH = "/api/v1/notices";
const post = (body: Json) => api.send("POST", PATH, body);
const list = async (): Promise<Json[]> =>
  ((await (await api.get(PATH)).json()) as { notices: Json[] }).notices;

const wording = {
  "en-US": { title: "May we?", text: "We count views.", accept: "Yes", decline: "No" },
};

describe("a notice", () => {
  test("is written down with its wordings, corrected under its name, and removed", async () => {
    const response = await post({ notice: "v2", wording, checklist: ["what", "leave"] });
    expect(response.status).toBe(201);
    const kept = (await response.json()) as Json;
    expect(kept).toMatchObject({
      notice: "v2",
      title: "",
      purposes: [],
      wording,
      layoutNotes: "",
      checklist: ["what", "leave"],
      checkedBy: "",
      previous: null,
      link: "",
    });
    const patch = { previous: "v1", checkedBy: "Privacy team" };
    const patched = await api.send("PATCH", `${PATH}/v2`, patch);
    expect(await patched.json()).toMatchObject({ id: kept.id, wording, ...patch });
    expect(await (await api.get(`${PATH}/${kept.id}`)).json()).toMatchObject(patch);
    expect((await api.send("DELETE", `${PATH}/v2`)).status).toBe(204);
    await expectProblem(await api.get(`${PATH}/v2`), "not_found");
  });

  test("is listed with the latest first, numbers by their size", async () => {
    for (const notice of ["n9", "n10", "n2"]) await post({ notice });
    expect((await list()).map(({ notice }) => notice)).toEqual(["n10", "n9", "n2"]);
  });

  test("has a name of its own", async () => {
    await post({ notice: "once" });
    const problem = await expectProblem(await post({ notice: "once" }), "conflict");
    expect(problem.fields).toMatchObject([{ field: "notice" }]);
  });

  test("never came before itself, however long the way round", async () => {
    await post({ notice: "a" });
    await post({ notice: "b", previous: "a" });
    await post({ notice: "c", previous: "b" });
    for (const previous of ["a", "c"]) {
      const response = await api.send("PATCH", `${PATH}/a`, { previous });
      const problem = await expectProblem(response, "conflict");
      expect(problem.fields).toMatchObject([{ field: "previous" }]);
    }
  });

  test("brings the languages of its wordings to their canonical form", async () => {
    const response = await post({ notice: "languages", wording: { "EN-us": wording["en-US"] } });
    expect(await response.json()).toMatchObject({ wording });
  });

  test.each([
    ["notice", { notice: "two words" }],
    ["wording", { notice: "w", wording: { "not a language": wording["en-US"] } }],
    ["wording", { notice: "w", wording: { en: { title: "Only that" } } }],
    ["checklist", { notice: "w", checklist: ["everything"] }],
    ["link", { notice: "w", link: "javascript:alert(1)" }],
    ["previous", { notice: "w", previous: "two words" }],
  ])("is refused where its %s is not what it has to be", async (field, wrong) => {
    const problem = await expectProblem(await post(wrong), "invalid_request");
    expect(problem.fields?.[0]?.field).toMatch(new RegExp(`^${field}`));
  });
});

test("the demo world's notices come with their wordings, each after the one before", async () => {
  const demo = await startApi();
  const world = { seed: 7, until: "2026-03-30", days: 10, subjects: 50 };
  await load(demoWorld, world, demo, NOW, () => {});
  const { notices } = (await (await demo.get(PATH)).json()) as { notices: Json[] };
  expect(notices).toHaveLength(demoWorld.notices.length);
  expect(notices.map(({ previous }) => previous)).toEqual([
    ...notices.slice(1).map(({ notice }) => notice),
    null,
  ]);
  for (const notice of notices) {
    expect(Object.keys(notice.wording as Json)).toEqual(["en-US", "de-DE"]);
  }
  await demo.stop();
}, 60_000);
