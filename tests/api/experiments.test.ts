// An experiment's record: what it may become, what is fixed once it runs, and who is shown what.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assignedVariant } from "#shared/assignment.ts";
import { expectProblem } from "../support/api-problem.ts";
import { type ApiServer, type Json, startApi } from "../support/api-server.ts";

const API = "/api/v1/experiments";
let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const variants = [
  { slug: "old", share: 1 },
  { slug: "new", share: 3 },
];
let made = 0;
async function create(more: object = {}): Promise<Json> {
  made += 1;
  const body = { slug: `test-${made}`, title: "A test", variants, ...more };
  const response = await api.send("POST", API, body);
  expect(response.status, await response.clone().text()).toBe(201);
  return (await response.json()) as Json;
}
const patch = (id: unknown, body: object) => api.send("PATCH", `${API}/${id}`, body);

describe("an experiment", () => {
  test("goes from draft to running to stopped to archived", async () => {
    const { id } = await create();
    for (const status of ["running", "stopped", "archived"]) {
      expect(await (await patch(id, { status })).json()).toMatchObject({ status });
    }
  });

  test.each([
    ["draft", ["stopped"]],
    ["running", ["draft", "archived"]],
    ["stopped", ["draft", "running"]],
  ])("that is %s does not become %s", async (status, wrong) => {
    const { id } = await create({ status });
    for (const next of wrong) {
      const problem = await expectProblem(await patch(id, { status: next }), "conflict");
      expect(problem.detail).toContain(`an experiment that is ${status} can only become`);
      expect(problem.fields).toMatchObject([{ field: "status" }]);
    }
  });

  test("keeps what was fixed before the first look once it runs", async () => {
    const { id } = await create({ status: "running" });
    const changed = [
      { variants: [variants[0], { slug: "other", share: 1 }] },
      { plannedSubjects: 5000 },
      { smallestEffect: 0.1 },
      { guardrails: [] },
    ];
    for (const body of changed) {
      const problem = await expectProblem(await patch(id, body), "conflict");
      expect(problem.fields).toMatchObject([{ field: Object.keys(body)[0] }]);
    }
    const free = { title: "Better title", legalNote: "approved", endDate: "2026-05-01" };
    expect(await (await patch(id, free)).json()).toMatchObject(free);
  });

  test("has a name of its own, and answers to it", async () => {
    const { id, slug } = await create();
    const again = await api.send("POST", API, { slug, title: "Again", variants });
    expect((await expectProblem(again, "conflict")).fields).toMatchObject([{ field: "slug" }]);
    expect(await (await api.get(`${API}/${slug}`)).json()).toMatchObject({ id });
  });

  test("is not called none, nor is a variant: so those are kept that are in no experiment", async () => {
    const [first, ...others] = variants;
    for (const [field, body] of [
      ["slug", { slug: "none", variants }],
      ["variants.0.slug", { slug: "x", variants: [{ ...first, slug: "none" }, ...others] }],
    ] as const) {
      const response = await api.send("POST", API, { title: "X", ...body });
      const { fields } = await expectProblem(response, "invalid_request");
      expect(fields).toMatchObject([{ field, code: "bad_format" }]);
    }
  });

  test("does not end before it starts", async () => {
    const dates = { startDate: "2026-03-02", endDate: "2026-03-01" };
    const response = await api.send("POST", API, { slug: "x", title: "X", variants, ...dates });
    await expectProblem(response, "range_reversed");
  });
});

describe("a trail", () => {
  const trailOf = async (id: unknown) => {
    const { steps } = (await (await api.get(`${API}/${id}/trail`)).json()) as { steps: Json[] };
    return steps.map(({ number, action, status, changed }) => [number, action, status, changed]);
  };

  test("holds every step with what it changed, and nothing where nothing changed", async () => {
    const { id, slug } = await create();
    await patch(id, { plannedSubjects: 4000, title: "Another title" });
    await patch(id, { plannedSubjects: 4000 });
    await patch(id, { status: "running" });
    await expectProblem(await patch(id, { plannedSubjects: 5000 }), "conflict");
    await patch(id, { status: "stopped", legalNote: "approved" });
    const steps = [
      [1, "created", "draft", []],
      [
        2,
        "changed",
        "draft",
        [
          { field: "title", before: "A test", after: "Another title" },
          { field: "plannedSubjects", before: null, after: 4000 },
        ],
      ],
      [3, "changed", "running", [{ field: "status", before: "draft", after: "running" }]],
      [
        4,
        "changed",
        "stopped",
        [
          { field: "legalNote", before: "", after: "approved" },
          { field: "status", before: "running", after: "stopped" },
        ],
      ],
    ];
    expect(await trailOf(id)).toEqual(steps);
    expect(await trailOf(slug)).toEqual(steps);
  });

  test("stays when its record is removed, and is not that of another with its name", async () => {
    const { id, slug } = await create();
    expect((await api.send("DELETE", `${API}/${id}`)).status).toBe(204);
    const removed = [
      [1, "created", "draft", []],
      [2, "removed", null, []],
    ];
    expect(await trailOf(id)).toEqual(removed);
    expect(await trailOf(slug)).toEqual(removed);
    await create({ slug });
    expect(await trailOf(slug)).toEqual([[1, "created", "draft", []]]);
    expect(await trailOf(id)).toEqual(removed);
  });

  test("is not there of what nobody wrote down", async () => {
    await expectProblem(await api.get(`${API}/nothing/trail`), "not_found");
  });
});

describe("an assignment", () => {
  test("is that of the shared function, every time", async () => {
    const { id, slug } = await create({ status: "running" });
    for (const unit of ["u-1", "u-2", "ü", "a b"]) {
      const path = `${API}/${id}/assignment?unit=${encodeURIComponent(unit)}`;
      const answers = await Promise.all([1, 2].map(async () => (await api.get(path)).json()));
      const variant = assignedVariant(String(slug), unit, variants)?.slug;
      expect(answers).toEqual([
        { experiment: slug, variant, status: "running" },
        { experiment: slug, variant, status: "running" },
      ]);
    }
  });

  test("never logs the unit, nor repeats it where it is refused", async () => {
    const { id } = await create();
    const unit = "secret-person-4711";
    await api.get(`${API}/${id}/assignment?unit=${unit}`);
    const refused = await api.get(`${API}/${id}/assignment?unit=${unit.repeat(20)}`);
    const problem = await expectProblem(refused, "invalid_request");
    expect(JSON.stringify(problem) + api.log.join("\n")).not.toContain(unit);
  });

  test.each(["", "?unit=", "?unit=a&unit=b"])("needs one unit, not %j", async (query) => {
    const { id } = await create();
    await expectProblem(await api.get(`${API}/${id}/assignment${query}`), "invalid_request");
  });

  test("is not made for what nobody planned", async () => {
    await expectProblem(await api.get(`${API}/nothing/assignment?unit=a`), "not_found");
  });
});
