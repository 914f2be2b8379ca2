// The one writer's transactions, registers and limits.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { defaultSettings } from "#shared/contract/settings.ts";
import type { Facts } from "../../../server/fold/facts.ts";
import { fold } from "../../../server/fold/fold.ts";
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

function factsOf(purpose: string): Facts {
  return fold([event("granted", "2026-03-02T10:00:00Z", { purpose })], dayOf);
}

/** Adds one event of a purpose, its facts with it. */
function add(purpose: string): void {
  const granted = event("granted", "2026-03-02T10:00:00Z", { purpose });
  const subject = writer.addSubject(Buffer.from(`${purpose.padEnd(16)}`));
  writer.addEvents([{ subject, event: granted }], 0);
  writer.addFacts(fold([granted], dayOf));
  writer.touch();
}

const spells: SumQuery = { kind: "spell", by: ["purpose"], filters: {}, from: 0, to: 99_999 };
const purposesKept = () =>
  reader.snapshot((snapshot) => snapshot.sums(spells)).map(({ key, n }) => [key[0], n]);
const differences = () =>
  reader.snapshot((snapshot) => {
    const facts: Facts = new Map();
    for (const subject of snapshot.subjects()) {
      for (const [key, n] of fold(snapshot.eventsOf(subject), dayOf))
        facts.set(key, (facts.get(key) ?? 0) + n);
    }
    return snapshot.differences(facts).count;
  });

describe("a transaction", () => {
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

  test("nests: what fails inside takes back its own writes only", () => {
    writer.transaction(() => {
      writer.transaction(() => add("ads"));
      expect(() =>
        writer.transaction(() => {
          add("email");
          throw new Error("no");
        }),
      ).toThrow("no");
      writer.transaction(() => add("analytics"));
    });
    expect(purposesKept()).toEqual([
      ["ads", 1],
      ["analytics", 1],
    ]);
    expect(differences()).toBe(0);
  });

  test("gives terms and cells that were taken back to others, and never mixes them up", () => {
    writer.transaction(() => {
      expect(() =>
        writer.transaction(() => {
          add("email");
          add("calls");
          throw new Error("no");
        }),
      ).toThrow("no");
      add("calls");
    });
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
  test("that come to nothing leave no row", () => {
    const facts = factsOf("ads");
    const less: Facts = new Map([...facts].map(([key, n]) => [key, -n]));
    writer.transaction(() => writer.addFacts(facts));
    expect(reader.snapshot((snapshot) => snapshot.differences(new Map()).count)).toBeGreaterThan(0);
    writer.transaction(() => writer.addFacts(less));
    expect(reader.snapshot((snapshot) => snapshot.differences(new Map()))).toEqual({
      count: 0,
      first: [],
    });
  });

  test("that differ from the facts are told, each of them", () => {
    writer.transaction(() => writer.addFacts(factsOf("ads")));
    const { count, first } = reader.snapshot((snapshot) => snapshot.differences(factsOf("email")));
    expect(count).toBeGreaterThan(5);
    expect(first).toHaveLength(5);
  });
});

describe("the registry", () => {
  function fill(field: "purpose" | "channel", n: number): void {
    writer.transaction(() => {
      const subject = writer.subjectId(hmac) ?? writer.addSubject(hmac);
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
      const subject = writer.addSubject(hmac);
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
      const subject = writer.addSubject(hmac);
      writer.addEvents([{ subject, event: event("granted", 0, { id: "e-1" }) }], 0);
      writer.eraseSubject(subject, hmac, 77);
    });
    expect(writer.subjectId(hmac)).toBeNull();
    expect([...writer.knownEvents(["e-1"])]).toEqual([]);
    expect(writer.erasedAt(hmac)).toBe(77);
    expect(writer.subjects()).toEqual([]);
  });
});
