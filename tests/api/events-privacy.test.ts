import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { QuarantineAnswer } from "#shared/contract/admin.ts";
import { exchange, requestText } from "../support/api-raw.ts";
import { event, granted } from "../support/api-records.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const SUBJECT = "marker-of-jane-doe@example.org";
const BIRTH_YEAR = 1907;
const person = { subject: SUBJECT, birthYear: BIRTH_YEAR };

/** Every file of the data folder, and all that was logged. */
function everythingKept(): string {
  const files = readdirSync(api.folder).map((name) =>
    readFileSync(join(api.folder, name), "latin1"),
  );
  return [...files, ...api.log].join("\n");
}

async function quarantine(): Promise<QuarantineAnswer> {
  return (await (await api.get("/api/v1/quarantine?limit=500")).json()) as QuarantineAnswer;
}

describe("the raw subject id and the birth year", () => {
  test("are nowhere on disk or in the log, whatever became of the request", async () => {
    await api.take("events", [granted(person), granted(person), event("survey_answered", person)]);
    const wrong = [
      granted({ ...person, birthYear: 1707 }),
      granted({ ...person, at: "never" }),
      granted({ ...person, purpose: SUBJECT }),
      granted({ ...person, id: `${SUBJECT}-1`, channel: "A" }),
      granted({ ...person, notice: `born ${BIRTH_YEAR}` }),
      granted({ ...person, segment: `Born-${BIRTH_YEAR}` }),
      granted({ ...person, type: `granted-to-${SUBJECT}` }),
      granted({ ...person, generation: `${BIRTH_YEAR}` }),
      granted({ ...person, at: `${BIRTH_YEAR}-05-05T00:00:00Z` }),
      granted({ ...person, durationMs: `${BIRTH_YEAR}` }),
      granted({ ...person, subject: { name: SUBJECT } }),
      granted({ ...person, subject: [SUBJECT] }),
      granted({ ...person, birthYear: String(BIRTH_YEAR) }),
      granted({ ...person, variant: SUBJECT }),
      granted({ ...person, steps: BIRTH_YEAR }),
    ];
    const answer = await api.take("events", wrong);
    expect(answer.rejected.map(({ message }) => message).join("\n")).not.toMatch(/marker|1907/);
    expect(answer.rejected).toHaveLength(wrong.length);

    const text = JSON.stringify(granted(person));
    await api.post("events", `${text.slice(0, -5)}\n${text}\n"${SUBJECT}"\n`);
    await api.post("events", text, { "content-type": "application/json" });
    await api.post("events", text, { "content-type": "text/plain" });
    await api.post("counts", [person]);
    await api.get(`/api/v1/subjects/${SUBJECT}`);
    await api.get(`/api/v1/metrics/trust?subject=${SUBJECT}`);
    await api.send("POST", "/api/v1/changes", { title: 5, subject: SUBJECT });
    const half = {
      Host: "localhost",
      "Content-Type": "application/x-ndjson",
      "Content-Length": "9999",
    };
    await exchange(api.port, requestText("POST /api/v1/events", half, text), { end: true });
    await exchange(api.port, `${text}\r\n\r\n`, { end: true });

    expect(everythingKept()).not.toMatch(/marker-of-jane|\b1907\b/);
    expect(JSON.stringify(await quarantine())).not.toMatch(/marker|1907/);
  });

  test("stay away when the subject is erased", async () => {
    await api.writer.send("eraseSubject", { subject: SUBJECT, now: api.clock.now });
    const answer = await api.take("events", [granted({ ...person, at: "2026-03-31T11:59:59Z" })]);
    expect(answer.rejected[0]).toMatchObject({ code: "subject_erased", field: "subject" });
    expect(answer.rejected[0]?.message).not.toContain(SUBJECT);
    const later = granted({ ...person, at: "2026-03-31T12:00:00Z" });
    expect((await api.take("events", [later])).accepted).toBe(1);
    expect(everythingKept()).not.toMatch(/marker-of-jane|\b1907\b/);
  });
});

describe("the quarantine", () => {
  test("keeps a record with the subject as HMAC, the birth year as generation, and no free text", async () => {
    const wrong = granted({
      ...person,
      id: "q-1",
      region: "nowhere",
      segment: "a free text",
      extra: "gone",
    });
    await api.take("events", [wrong]);
    const { total, items } = await quarantine();
    expect(total).toBe(items.length);
    expect(items[0]).toMatchObject({
      route: "events",
      index: 0,
      id: "q-1",
      code: "bad_format",
      field: "region",
      message: "region is nowhere, not an ISO 3166 code such as DE or US-ME",
    });
    const { record } = items[0] ?? {};
    expect(record).toEqual({
      id: "q-1",
      type: "granted",
      at: "2026-03-10T09:00:00Z",
      purpose: "ads",
      notice: "n1",
      region: "nowhere",
      generation: "silent",
      subjectHmac: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  test("knows the same subject by the same HMAC, and keeps only valid ids", async () => {
    await api.take("events", [
      granted({ ...person, region: "x" }),
      granted({ ...person, region: "y", id: "long".repeat(99) }),
    ]);
    const [second, first] = (await quarantine()).items;
    expect(second?.record?.subjectHmac).toBe(first?.record?.subjectHmac);
    expect(second?.id).toBe("");
    expect(second?.record).not.toHaveProperty("id");
  });

  test("of what is no JSON object keeps position, size and reason only", async () => {
    await api.take("events", `${JSON.stringify(granted())}\n{"subject":"${SUBJECT}"\n`);
    const [item] = (await quarantine()).items;
    expect(item).toMatchObject({ index: 1, id: "", code: "not_json", field: "", record: null });
    expect(item?.message).toMatch(/^line 2, \d+ bytes: the line is not JSON$/);
  });

  test("is read page by page, newest first, and says when it ends", async () => {
    const { total, items } = await quarantine();
    const seen: number[] = [];
    let next: number | null = null;
    do {
      const before: string = next === null ? "" : `&before=${next}`;
      const page = (await (
        await api.get(`/api/v1/quarantine?limit=5${before}`)
      ).json()) as QuarantineAnswer;
      expect(page.items.length).toBeGreaterThan(0);
      seen.push(...page.items.map(({ sequence }) => sequence));
      next = page.next;
    } while (next !== null);
    expect(seen).toEqual(items.map(({ sequence }) => sequence));
    expect(seen).toHaveLength(total);
    const exact = (await (
      await api.get(`/api/v1/quarantine?limit=${total}`)
    ).json()) as QuarantineAnswer;
    expect(exact.next).toBeNull();
  });
});
