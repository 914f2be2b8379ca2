// How hard a change's notice is to read beside the one before: one language, one formula.
import { describe, expect, test } from "vitest";
import { type Notice, noticeInput } from "#shared/contract/notice.ts";
import { readingOfChange } from "../../../server/figures/reading-of-change.ts";

const PLAIN = "We see what you read. We use it to show you more of it. You can stop at any time.";
const LEGAL =
  "Personal information is processed pursuant to applicable legislation. Particulars concerning the administration of identifiers are documented separately.";

function notice(name: string, texts: Record<string, string>, previous: string | null): Notice {
  const wording = Object.fromEntries(
    Object.entries(texts).map(([locale, text]) => [
      locale,
      { title: "", text, accept: "", decline: "" },
    ]),
  );
  const kept = { id: name, createdAt: "", updatedAt: "" };
  return { ...noticeInput.parse({ notice: name, wording, previous }), ...kept };
}
const of = (...notices: Notice[]) => readingOfChange({ notice: "now" }, notices);

describe("the reading of a change", () => {
  const legal = notice("old", { "en-GB": LEGAL, "de-DE": LEGAL }, null);

  test("is that of its notice and of the one before, in English where both have it", () => {
    const now = notice("now", { "de-DE": PLAIN, "en-US": PLAIN }, "old");
    const reading = of(legal, now);
    expect(reading).toMatchObject({ locale: "en-US", formula: "flesch_kincaid", step: "easier" });
    expect(reading?.before).toBeGreaterThan(12);
    expect(reading?.after).toBeLessThan(4);
  });

  test("is harder, or as hard, likewise", () => {
    const plain = notice("old", { en: PLAIN }, null);
    expect(of(plain, notice("now", { en: LEGAL }, "old"))?.step).toBe("harder");
    expect(of(plain, notice("now", { en: `${PLAIN} We ask you.` }, "old"))?.step).toBe("alike");
  });

  test("takes another language that both are written in, and never two of them", () => {
    const german = notice("old", { "de-DE": LEGAL }, null);
    const now = notice("now", { en: PLAIN, "de-AT": PLAIN }, "old");
    expect(of(german, now)).toMatchObject({ locale: "de-AT", formula: "lix", step: "easier" });
    const only = notice("now", { en: PLAIN }, "old");
    expect(of(german, only)).toMatchObject({ locale: "en", before: null, step: "unknown" });
    expect(of(notice("now", { en: PLAIN }, null))).toMatchObject({ before: null, step: "unknown" });
  });

  test("is none where nothing is written down, or in no language with a grade", () => {
    expect(of()).toBeNull();
    expect(of(notice("now", {}, null))).toBeNull();
    expect(of(notice("now", { ja: "データの使い方を説明します。" }, null))).toBeNull();
    expect(readingOfChange({ notice: null }, [legal])).toBeNull();
  });
});
