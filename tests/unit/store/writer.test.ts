// The one writer's transactions, registers and limits.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { defaultSettings } from "#shared/contract/settings.ts";
import type { FactSink } from "../../../server/fold/facts.ts";
import { foldInto } from "../../../server/fold/fold.ts";
import { openStore } from "../../../server/store/sqlite/reader.ts";
import { openWriteStore } from "../../../server/store/sqlite/writer.ts";
import type { Store, SumQuery, WriteStore } from "../../../server/store/store.ts";
import { event } from "../../support/fold-events.ts";

const initial = { k: 10, reportingZone: "UTC" };
const dayOf = (at: number): number => Math.floor(at / 86_400_000);
const hmac = Buffer.alloc(16, 1);

let folder = "";
let writer: WriteStore;
let reader: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-"));
  writer = openWriteStore(join(folder, "candor.db"), initial);
  reader = openStore(join(folder, "candor.db"));
});
afterEach(() => {
  reader.close();
  writer.close();
  rmSync(folder, { recursive: true });
});

/** Puts the facts of one grant into the sink, or takes them away. */
function foldGrant(purpose: string, sink: FactSink, n: 1 | -1 = 1): void {
  foldInto(sink, [event("granted", "2026-03-02T10:00:00Z", { purpose })], dayOf, n);
}

/** Adds one event of a purpose, its facts with it. */
function add(purpose: string): void {
  const granted = event("granted", "2026-03-02T10:00:00Z", { purpose });
  const [subject = 0] = writer.addSubjects([Buffer.from(`${purpose.padEnd(16)}`)]);
  writer.addEvents([{ subject, event: granted }], 0);
  foldInto(writer.facts, [granted], dayOf, 1);
  writer.touch();
}

const spells: SumQuery = { kind: "spell", by: ["purpose"], filters: {}, from: 0, to: 99_999 };
const purposesKept = () =>
  reader.snapshot((snapshot) => snapshot.sums(spells)).map(({ key, n }) => [key[0], n]);
const differencesFrom = (fold: (sink: FactSink) => void) =>
  reader.snapshot((snapshot) => snapshot.check(fold).differences);
const differences = () =>
  reader.snapshot((snapshot) =>
    snapshot.check((sink) => {
      for (const subject of snapshot.subjects())
        foldInto(sink, snapshot.eventsOf(subject), dayOf, 1);
    }),
  ).differences.count;

describe("a transaction", () => {
  test("that is rolled back leaves nothing of the histories that it read", () => {
    const [first, second, third] = ["ads", "email", "sharing"].map((purpose, day) =>
      event("granted", `2026-03-0${day + 1}T10:00:00Z`, { purpose }),
    ) as [ReturnType<typeof event>, ReturnType<typeof event>, ReturnType<typeof event>];
    const [subject = 0] = writer.transaction(() => writer.addSubjects([hmac]));
    const put = (one: typeof first) => writer.addEvents([{ subject, event: one }], 0);
    writer.transaction(() => put(first));
    const failing = () =>
      writer.transaction(() => {
        put(second);
        expect(writer.eventsOf(subject)).toEqual([first, second]);
        throw new Error("no room");
      });
    expect(failing).toThrow("no room");
    writer.transaction(() => put(third));
    expect(writer.eventsOf(subject)).toEqual([first, third]);
  });

  test("reads histories of one part ahead, and those of several when they are asked for", () => {
    const lengths = [1, 63, 64, 65, 130];
    const hmacs = lengths.map((n) => Buffer.from(`${n}`.padEnd(16)));
    const [...subjects] = writer.transaction(() => writer.addSubjects(hmacs));
    const histories = lengths.map((n) =>
      Array.from({ length: n }, (_, i) => event("granted", i, { id: `${n}-${i}` })),
    );
    writer.transaction(() => {
      for (const [at, subject] of subjects.entries())
        writer.addEvents(
          (histories[at] ?? []).map((one) => ({ subject, event: one })),
          0,
        );
    });
    const more = event("granted", 500, { id: "more" });
    writer.transaction(() => {
      writer.readAhead(subjects);
      for (const [at, subject] of subjects.entries()) {
        expect(writer.eventsOf(subject)).toEqual(histories[at]);
        writer.addEvents([{ subject, event: { ...more, id: `more-${subject}` } }], 0);
        expect(writer.eventsOf(subject)).toHaveLength((lengths[at] ?? 0) + 1);
      }
    });
    expect(hmacs.map(writer.subjectId)).toEqual(subjects);
    expect(writer.subjectId(Buffer.alloc(16))).toBeNull();
  });

  test("keeps all or nothing", () => {
    expect(() =>
      writer.transaction(() => {
        add("ads");
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(purposesKept()).toEqual([]);
    expect(reader.snapshot((snapshot) => snapshot.dataVersion())).toBe(0);
  });

  test("that is rolled back takes back what it added to the sums, and nothing of before", () => {
    writer.transaction(() => add("ads"));
    expect(() =>
      writer.transaction(() => {
        add("email");
        throw new Error("no");
      }),
    ).toThrow("no");
    writer.transaction(() => add("analytics"));
    expect(purposesKept()).toEqual([
      ["ads", 1],
      ["analytics", 1],
    ]);
    expect(differences()).toBe(0);
  });

  test("does not begin within another, and what tries to is taken back with it", () => {
    const nested = () => writer.transaction(() => writer.transaction(() => add("ads")));
    expect(nested).toThrow("within another");
    writer.transaction(() => add("email"));
    expect(purposesKept()).toEqual([["email", 1]]);
  });

  test("gives terms and cells that were taken back to others, and never mixes them up", () => {
    expect(() =>
      writer.transaction(() => {
        add("email");
        add("calls");
        throw new Error("no");
      }),
    ).toThrow("no");
    writer.transaction(() => add("calls"));
    writer.transaction(() => add("email"));
    expect(purposesKept().toSorted()).toEqual([
      ["calls", 1],
      ["email", 1],
    ]);
    expect(differences()).toBe(0);
  });

  test("is not seen by a reader before it is done, then as a whole", () => {
    writer.transaction(() => {
      add("ads");
      expect(purposesKept()).toEqual([]);
      add("email");
    });
    expect(purposesKept()).toEqual([
      ["ads", 1],
      ["email", 1],
    ]);
  });
});

describe("sums", () => {
  test("that come to nothing are as if they had never been", () => {
    writer.transaction(() => foldGrant("ads", writer.facts));
    expect(differencesFrom(() => {}).count).toBeGreaterThan(0);
    writer.transaction(() => foldGrant("ads", writer.facts, -1));
    expect(differencesFrom(() => {})).toEqual({ count: 0, first: [] });
    expect(purposesKept()).toEqual([]);
  });

  test("that differ from the facts are told, each of them", () => {
    writer.transaction(() => foldGrant("ads", writer.facts));
    const { count, first } = differencesFrom((sink) => foldGrant("email", sink));
    expect(count).toBeGreaterThan(5);
    expect(first).toHaveLength(5);
  });
});

describe("the registry", () => {
  function fill(field: "purpose" | "channel", n: number): void {
    writer.transaction(() => {
      const subject = writer.subjectId(hmac) ?? writer.addSubjects([hmac])[0] ?? 0;
      for (let i = 0; i < n; i += 1) {
        writer.addEvents([{ subject, event: event("granted", i, { [field]: `v${i}` }) }], 0);
      }
    });
  }

  test("has room for 5 000 distinct values of a dimension, and always for those it has", () => {
    fill("channel", 4999);
    expect(writer.hasRoom("channel", "new")).toBe(true);
    fill("channel", 5000);
    expect(writer.hasRoom("channel", "new")).toBe(false);
    expect(writer.hasRoom("channel", "v0")).toBe(true);
    expect(writer.hasRoom("channel", "unknown")).toBe(true);
    expect(writer.hasRoom("purpose", "new")).toBe(true);
  });

  test("does not count the words that stand for what is not stated", () => {
    writer.transaction(() => {
      const [subject = 0] = writer.addSubjects([hmac]);
      writer.addEvents([{ subject, event: event("granted", 0, { channel: "unknown" }) }], 0);
    });
    fill("channel", 4999);
    expect(writer.hasRoom("channel", "new")).toBe(true);
  });
});

describe("a store", () => {
  test("keeps the settings of its first start", () => {
    const again = openWriteStore(join(folder, "candor.db"), { k: 1, reportingZone: "Asia/Tokyo" });
    expect(again.settings()).toEqual({ ...defaultSettings, ...initial });
    again.close();
  });

  test("forgets an erased subject but for its HMAC and the time", () => {
    writer.transaction(() => {
      const [subject = 0] = writer.addSubjects([hmac]);
      writer.addEvents([{ subject, event: event("granted", 0, { id: "e-1" }) }], 0);
      writer.eraseSubject(subject, hmac, 77);
    });
    expect(writer.subjectId(hmac)).toBeNull();
    expect([...writer.knownEvents(["e-1"])]).toEqual([]);
    expect(writer.erasedAt(hmac)).toBe(77);
    expect(writer.subjects()).toEqual([]);
  });
});
