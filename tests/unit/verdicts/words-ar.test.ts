// Every phrase of the Arabic table is said at least once, with names in Latin letters, as most will be.
import { describe, expect, test } from "vitest";
import { type ConfounderCode, verdictOutcomes, verdicts } from "#shared/contract/verdict.ts";
import { parseDay } from "#shared/days.ts";
import { judge } from "../../../server/verdicts/judge.ts";
import type { JudgedConfounder, Reason } from "../../../server/verdicts/judgement.ts";
import {
  confounderText,
  designReasonOf,
  sentenceOf,
  textsOf,
} from "../../../server/verdicts/sentence.ts";
import type { Shortage } from "../../../server/verdicts/sides.ts";
import type { Break } from "../../../server/verdicts/tracking.ts";
import { arabic } from "../../../server/verdicts/words-ar.ts";
import { panelOf } from "../../support/verdict-panels.ts";

const TITLE = "Plain words";
const FINAL_ON = parseDay("2026-05-01") ?? 0;
const DAYS = { begins: FINAL_ON - 70, finalOn: FINAL_ON, asOf: FINAL_ON - 30 };
const MARCH = parseDay("2026-03-02");
/** Text of one direction within another, as Unicode isolates it. */
const ISOLATED = /\u2068[^\u2068\u2069]*\u2069/g;

/** Read out by who knows no Latin letter, but for names, and those stand apart. */
function expectArabic(text: string): void {
  expect(text.replace(ISOLATED, "")).not.toMatch(/[A-Za-z]|undefined|null|NaN|\d\.\d{4}/);
  expect(text).toMatch(/\p{Script=Arabic}/u);
  expect(text).not.toMatch(/[\u0660-\u0669]/);
  expect(text).not.toMatch(/ {2}| [.،؛:]/);
}

const built = judge(
  panelOf({ seed: 1, effects: { understanding: 0.06, trust: 0.07, opt_in_yield: 0.06 } }),
  { followUpWeeks: 8, withPath: false },
);
const young = judge(panelOf({ seed: 1, weeksAfter: 3 }), { followUpWeeks: 8, withPath: false });
const say = (judgement: typeof built) => sentenceOf(judgement, TITLE, DAYS, arabic);

describe("the sentence in Arabic", () => {
  const states = ["preliminary", "final"] as const;
  const claims = ["full", "lowered", "none"] as const;
  const all = verdicts.flatMap((verdict) =>
    states.flatMap((state) => claims.map((claim) => ({ verdict, state, claim }))),
  );

  test.each(all)("of $verdict, $state, with claim $claim", (standing) => {
    const text = say({ ...built, ...standing });
    expectArabic(text);
    expect(text).toContain(`«\u2068${TITLE}\u2069»`);
    expect(text.includes("في 1 مايو 2026.")).toBe(standing.state === "preliminary");
    expect(text.includes(arabic.lowered)).toBe(standing.claim === "lowered");
  });

  test("is another for each verdict", () => {
    const said = verdicts.map((verdict) => say({ ...built, verdict }));
    expect(new Set(said).size).toBe(verdicts.length);
  });

  test("says what moved, which way, and by the same number as in English", () => {
    const effects = built.outcomes.map(({ effect }) => Math.round((effect ?? 0) * 1000) / 10);
    const text = say({ ...built, claim: "full", state: "final" });
    expect(text).toMatch(/^التغيير «\u2068Plain words\u2069» يبني الثقة: ارتفع الفهم بمقدار /);
    expect(text.match(/\d+(\.\d+)?/g)?.map(Number)).toEqual(effects.slice(0, 3));
  });

  test("of too few data says how many more it takes, and how long", () => {
    const text = say(young);
    expectArabic(text);
    expect(text).toMatch(/يحتاج حسمه إلى نحو [\d,]+ \S+ .*، أي إلى نحو 7 أيام بالمعدل الحالي/);
    const bare = young.outcomes.map((one) => ({ ...one, moved: "unclear" as const }));
    expect(say({ ...young, outcomes: bare })).toMatch(/^لا يمكن بعدُ معرفة أثر التغيير «[^»]+»\. /);
  });

  test("of what could not be told, is not measured, or has not begun, says which it is", () => {
    const bare = young.outcomes.map((one) => ({ ...one, moved: "unclear" as const }));
    const nothing = bare.map((one) => ({ ...one, measured: false }));
    const done = bare.map((one) => ({ ...one, measured: one.metric === "opt_in_yield" }));
    const said = bare.map((one) => ({ ...one, measured: one.metric === "trust" }));
    const later = { ...DAYS, begins: FINAL_ON - 3 };
    const passed = { ...DAYS, asOf: FINAL_ON + 1 };
    const texts: [string, RegExp][] = [
      [
        say({ ...built, verdict: "not_enough_data", state: "final" }),
        /خلال مدة المتابعة .* غير أن/,
      ],
      [say({ ...young, state: "final", outcomes: bare }), /^لم يتبيّن خلال مدة المتابعة/],
      [say({ ...young, outcomes: nothing }), /فلا توجد بيانات/],
      [say({ ...young, outcomes: done }), /لم يُسأل أحد/],
      [say({ ...young, outcomes: said }), /لا تُعرف قبله وبعده/],
      [sentenceOf(young, TITLE, later, arabic), /^يبدأ التغيير «[^»]+» في 28 أبريل 2026\. /],
      [sentenceOf(young, TITLE, passed, arabic), /هذا حكم أولي إلى أن تكتمل بياناته\.$/],
    ];
    for (const [text, holds] of texts) {
      expectArabic(text);
      expect(text).toMatch(holds);
    }
  });
});

describe("what moved", () => {
  test.each(verdictOutcomes)("%s rose or fell, in a verb that agrees", (metric) => {
    const [rose, fell] = [
      arabic.movement(metric, "rose", "3"),
      arabic.movement(metric, "fell", "3"),
    ];
    for (const text of [rose, fell]) expectArabic(text);
    expect(rose).toMatch(/^ارتفعت? /);
    expect(fell).toMatch(/^انخفضت? /);
    const isFeminine = metric === "trust" || metric === "opt_in_yield";
    expect([rose, fell].map((text) => text.split(" ")[0]?.endsWith("ت"))).toEqual([
      isFeminine,
      isFeminine,
    ]);
  });

  test.each([
    ["0.4", "0.4 نقطة مئوية"],
    ["1", "نقطة مئوية واحدة"],
    ["2", "نقطتين مئويتين"],
    ["3", "3 نقاط مئوية"],
    ["9.2", "9.2 نقطة مئوية"],
    ["10", "10 نقاط مئوية"],
    ["12", "12 نقطة مئوية"],
  ])("by %s points, counted as Arabic counts", (points, said) => {
    expect(arabic.movement("trust", "rose", points)).toBe(`ارتفعت الثقة بمقدار ${said}`);
  });
});

describe("what is open", () => {
  test.each(verdictOutcomes)("%s, by any number", (metric) => {
    const said = [0, 1, 2, 5, 40, 1200].map((count) => arabic.lacking(metric, count, count));
    for (const text of said) expectArabic(text);
    expect(said[0]).toContain("نحو 0 يوم ");
    expect(said[1]).toMatch(/إلى نحو \D+ إلى نحو يوم واحد /);
    expect(said[2]).toMatch(/إلى نحو \D+ إلى نحو يومين /);
    expect(said[3]).toMatch(/نحو 5 .* نحو 5 أيام /);
    expect(said[4]).toMatch(/نحو 40 .* نحو 40 يومًا /);
    expect(said[5]).toMatch(/نحو 1,200 .* نحو 1,200 يوم /);
    expectArabic(arabic.lackingUnknown(metric));
  });

  test.each(Object.keys(arabic.shortage) as Shortage[])("for %s", (shortage) => {
    expectArabic(arabic.shortage[shortage]);
    const text = arabic.because("trust", arabic.shortage[shortage]);
    expect(text).toBe(`ما لم يُحسم بعدُ هو مؤشر الثقة: ${arabic.shortage[shortage]}.`);
  });
});

describe("the reason of a design", () => {
  const sides = { treated: 2, control: 11, dimensions: ["region", "channel"] };
  const reasons: { [Code in Reason["code"]]: [Extract<Reason, { code: Code }>, RegExp] } = {
    randomised: [
      { code: "randomised", experiment: "Banner", control: "Old" },
      /«\u2068Banner\u2069».*«\u2068Old\u2069»/,
    ],
    experiment_without_data: [
      { code: "experiment_without_data", experiment: "Banner" },
      /«\u2068Banner\u2069»/,
    ],
    experiment_without_control: [
      { code: "experiment_without_control", experiment: "Banner" },
      /«\u2068Banner\u2069»/,
    ],
    nobody_outside: [{ code: "nobody_outside" }, /خارج نطاق التغيير/],
    same_people: [{ code: "same_people", share: 0.126 }, /\(13\u200e?%\u200e? من الإجابات/u],
    too_few_to_claim: [
      { code: "too_few_to_claim", treated: 1, control: 11, smallestP: 0.0833, outcomes: 4 },
      /شمل التغيير مجموعة واحدة من أصل 12، .* هي 0\.083، .*\(4\)/,
    ],
    leads_differ: [
      { code: "leads_differ", metric: "trust", p: 0.0123 },
      /مؤشر الثقة .*\(القيمة الاحتمالية 0\.012\)/,
    ],
    many_clusters: [
      { code: "many_clusters", ...sides },
      /بين مجموعتين شملهما التغيير و11 مجموعة لم يشملها، .* بحسب المنطقة والقناة/,
    ],
    few_clusters: [
      { code: "few_clusters", ...sides, dimensions: ["purpose", "generation"], assignments: 77 },
      /بحسب الغرض والجيل\).* مع 77 توزيعًا وهميًا/,
    ],
    own_past: [
      { code: "own_past", weeks: 52, season: true },
      /52 أسبوعًا .*الاتجاه العام والموسمية/,
    ],
    too_early_or_thin: [{ code: "too_early_or_thin" }, /لا ينطبق أي تصميم/],
  };

  test.each(Object.values(reasons))("$code", (reason, holds) => {
    const text = designReasonOf([reason], arabic);
    expectArabic(text);
    expect(text).toMatch(holds);
    expect(text.endsWith(".")).toBe(true);
  });

  test("knows a p too small to be written, and a trend without a season", () => {
    const tiny = designReasonOf([{ code: "leads_differ", metric: "trust", p: 0.000_04 }], arabic);
    expect(tiny).toContain("(القيمة الاحتمالية أقل من 0.001)");
    const past = designReasonOf([{ code: "own_past", weeks: 12, season: false }], arabic);
    expect(past).toContain("الاتجاه العام)");
  });

  test.each([
    [0.0004, /أقل من 1\u200e?%/u],
    [0.9996, /أكثر من 99\u200e?%/u],
    [1, /\(100\u200e?%/u],
  ])("a share of %d is neither nothing nor all unless it is", (share, text) => {
    expect(arabic.reason.same_people({ code: "same_people", share })).toMatch(text);
  });
});

describe("a doubt", () => {
  const doubt = (code: ConfounderCode, more: Partial<JudgedConfounder> = {}) =>
    confounderText(
      { code, lowers: true, week: MARCH, changeId: null, metric: null, ...more },
      arabic,
    );
  const broken = (what: Break["what"], kind: Break["kind"], size: number) => ({
    broken: { what, kind, size, week: MARCH ?? 0 },
  });

  const named = [null, "trust"] as const;
  const said: [string, string, RegExp][] = [
    [
      "an overlapping change",
      doubt("overlapping_change", { title: "Price rise" }),
      /^جاء التغيير «\u2068Price rise\u2069» في أسبوع 2 مارس 2026، ضمن الأسابيع المقارَنة/,
    ],
    [
      "one that is kept out",
      doubt("overlapping_change", { title: "Price rise", lowers: false }),
      /استُبعدت/,
    ],
    [
      "one that is allowed for",
      doubt("overlapping_change", { title: "Price rise", lowers: false, allowedFor: true }),
      /مستوى خاص/,
    ],
    ["a jump of no kind", doubt("volume_break"), /^طرأت قفزة مفاجئة في أسبوع 2 مارس 2026\.$/],
    [
      "a volume that doubled",
      doubt("volume_break", broken("exposures", "volume", 2.3)),
      /ارتفع عدد الأشخاص .* إلى 230\u200e?%\u200e? /u,
    ],
    [
      "a volume that fell",
      doubt("volume_break", broken("spells", "volume", 0.25)),
      /انخفض عدد الموافقات الممنوحة إلى 25\u200e?%\u200e? /u,
    ],
    ["a gap", doubt("volume_break", broken("answers", "gap", 0.1)), /غاب معظم إجابات/],
    [
      "a spike",
      doubt("volume_break", broken("exposures", "spike", 3.4)),
      /بلغ عدد الأشخاص .* 340\u200e?%\u200e? .*المجاورة\.$/u,
    ],
    [
      "an end",
      doubt("volume_break", broken("answers", "volume", 0)),
      /^اعتبارًا من أسبوع 2 مارس 2026 لم يُسجَّل شيء من إجابات/,
    ],
    [
      "a mix",
      doubt("method_break", broken("methods", "mix", 0.35)),
      /طرق الاختيار: 35\u200e?%\u200e? /u,
    ],
    [
      "other surveys",
      doubt("questionnaire_break", broken("questionnaire", "mix", 0.6)),
      /الاستبيانات .*: 60\u200e?%\u200e? /u,
    ],
    ["no full year", doubt("season_unknown"), /سنة كاملة/],
    [
      "people on both sides",
      doubt("same_people_on_both_sides", { share: 0.2 }),
      /\(20\u200e?%\u200e? /u,
    ],
    ...named.flatMap((metric): [string, string, RegExp][] => {
      const of = metric === null ? "all" : metric;
      const word = metric === null ? /البيانات|المؤشر/ : /الثقة/;
      return [
        [`thin groups in ${of}`, doubt("thin_cohorts", { metric, share: 0.3 }), word],
        [`placebo dates of ${of}`, doubt("placebo_dates_reject", { metric, share: 0.3 }), word],
        [`the same outside, of ${of}`, doubt("outside_moved_alike", { metric }), word],
      ];
    }),
  ];

  test.each(said)("%s", (_, text, holds) => {
    expectArabic(text);
    expect(text).toMatch(holds);
    expect(text.endsWith(".")).toBe(true);
  });
});

test("how often such a verdict is wrong is said in numbers that can be counted", () => {
  const [five, two, none] = [5, 2, 0].map((claims) => arabic.calibration(1200, claims));
  for (const text of [five, two, none]) expectArabic(text ?? "");
  expect(five).toMatch(/1,200 تغيير .* إلى 5 تغييرات منها \(0\.4\u200e?%\u200e?\)\.$/u);
  expect(two).toContain("نُسب أثر إلى تغييرين منها");
  expect(none).toContain("لم يُنسب أثر إلى أيّ منها.");
});

test("all texts of a judgement are there, each in its place", () => {
  const texts = textsOf(young, TITLE, DAYS, arabic);
  expect(texts.confounders).toEqual(young.confounders.map((one) => confounderText(one, arabic)));
  expect(texts.missing.map((text) => text === null)).toEqual(
    young.outcomes.map(({ shortage }) => shortage === null),
  );
  const spoken = [texts.sentence, texts.designReason, ...texts.confounders, ...texts.missing];
  for (const text of spoken) if (text !== null) expectArabic(text);
});
