/** Verdicts in Arabic. Digits are Latin, as in the figures beside them. */
import type { VerdictOutcome } from "#shared/contract/verdict.ts";
import type { JudgedConfounder } from "./judgement.ts";
import type { Words } from "./words.ts";

const outcome: Words["outcome"] = {
  understanding: "الفهم",
  trust: "الثقة",
  opt_in_yield: "الموافقة",
  early_withdrawal_rate: "السحب المبكر",
};

/** The verb agrees with what moved. */
const MOVED: Record<VerdictOutcome, { rose: string; fell: string }> = {
  understanding: { rose: "ارتفع", fell: "انخفض" },
  trust: { rose: "ارتفعت", fell: "انخفضت" },
  opt_in_yield: { rose: "ارتفعت", fell: "انخفضت" },
  early_withdrawal_rate: { rose: "ارتفع", fell: "انخفض" },
};

const TRACKED = {
  exposures: "الأشخاص الذين طُلبت موافقتهم",
  answers: "إجابات الاستبيانات",
  spells: "الموافقات الممنوحة",
  methods: "طرق الاختيار",
  questionnaire: "الاستبيانات التي ترد منها الإجابات",
};

const DIMENSIONS: Readonly<Record<string, string>> = {
  purpose: "الغرض",
  channel: "القناة",
  region: "المنطقة",
  generation: "الجيل",
};

/** What is counted: one and two of it have a word of their own, 3 … 10, 11 … 99 and whole hundreds a form each. */
interface Counted {
  one: string;
  two: string;
  few: string;
  many: string;
  other: string;
}

const POINTS: Counted = {
  one: "نقطة مئوية واحدة",
  two: "نقطتين مئويتين",
  few: "نقاط مئوية",
  many: "نقطة مئوية",
  other: "نقطة مئوية",
};
const DAYS: Counted = {
  one: "يوم واحد",
  two: "يومين",
  few: "أيام",
  many: "يومًا",
  other: "يوم",
};
const WEEKS: Counted = {
  one: "أسبوع واحد",
  two: "أسبوعين",
  few: "أسابيع",
  many: "أسبوعًا",
  other: "أسبوع",
};
const CHANGES: Counted = {
  one: "تغيير واحد",
  two: "تغييرين",
  few: "تغييرات",
  many: "تغييرًا",
  other: "تغيير",
};
const GROUPS: Counted = {
  one: "مجموعة واحدة",
  two: "مجموعتين",
  few: "مجموعات",
  many: "مجموعة",
  other: "مجموعة",
};
const REACHED: Counted = {
  one: "مجموعة واحدة شملها التغيير",
  two: "مجموعتين شملهما التغيير",
  few: "مجموعات شملها التغيير",
  many: "مجموعة شملها التغيير",
  other: "مجموعة شملها التغيير",
};
const NOT_REACHED: Counted = {
  one: "مجموعة واحدة لم يشملها",
  two: "مجموعتين لم يشملهما",
  few: "مجموعات لم يشملها",
  many: "مجموعة لم يشملها",
  other: "مجموعة لم يشملها",
};
const ASSIGNMENTS: Counted = {
  one: "توزيع وهمي واحد",
  two: "توزيعين وهميين",
  few: "توزيعات وهمية",
  many: "توزيعًا وهميًا",
  other: "توزيع وهمي",
};
const MORE_ANSWERS: Counted = {
  one: "إجابة إضافية واحدة",
  two: "إجابتين إضافيتين",
  few: "إجابات إضافية",
  many: "إجابة إضافية",
  other: "إجابة إضافية",
};
const MORE_FACTS: Record<VerdictOutcome, Counted> = {
  understanding: MORE_ANSWERS,
  trust: MORE_ANSWERS,
  opt_in_yield: {
    one: "شخص إضافي واحد تُطلب موافقته",
    two: "شخصين إضافيين تُطلب موافقتهما",
    few: "أشخاص إضافيين تُطلب موافقتهم",
    many: "شخصًا إضافيًا تُطلب موافقتهم",
    other: "شخص إضافي تُطلب موافقتهم",
  },
  early_withdrawal_rate: {
    one: "موافقة ممنوحة إضافية واحدة",
    two: "موافقتين ممنوحتين إضافيتين",
    few: "موافقات ممنوحة إضافية",
    many: "موافقة ممنوحة إضافية",
    other: "موافقة ممنوحة إضافية",
  },
};

const LOCALE = "ar-u-nu-latn";
const DAY_MS = 86_400_000;
const calendar = new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeZone: "UTC" });
const plurals = new Intl.PluralRules(LOCALE);
const conjunction = new Intl.ListFormat(LOCALE, { type: "conjunction" });
const number = (value: number) => value.toLocaleString(LOCALE);
const percents = (digits: number) =>
  new Intl.NumberFormat(LOCALE, {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
const whole = percents(0);
const tenths = percents(1);

/** What is not all is never "100 %", what is not nothing never "0 %". */
function percent(share: number): string {
  if (share > 0 && share < 0.005) return `أقل من ${whole.format(0.01)}`;
  if (share < 1 && share >= 0.995) return `أكثر من ${whole.format(0.99)}`;
  return whole.format(share);
}

/** After a preposition, or as an object. */
function counted(count: number, forms: Counted): string {
  const form = plurals.select(count);
  if (form === "one" || form === "two") return forms[form];
  return `${number(count)} ${forms[form === "zero" ? "other" : form]}`;
}

const ofP = (p: number) =>
  p < 0.001 ? "القيمة الاحتمالية أقل من 0.001" : `القيمة الاحتمالية ${p.toFixed(3)}`;
/** A title may be of another direction than what is around it. */
const quoted = (title: string) => `«\u2068${title}\u2069»`;
const measureOf = (metric: VerdictOutcome) => `مؤشر ${outcome[metric]}`;
const list = (phrases: readonly string[]) => conjunction.format(phrases);
const by = (dimensions: readonly string[]) =>
  list(dimensions.map((dimension) => DIMENSIONS[dimension] ?? dimension));
const between = (treated: number, control: number) =>
  `المقارنة بين ${counted(treated, REACHED)} و${counted(control, NOT_REACHED)}، قبله وبعده`;

function jump({ broken, weekStart }: JudgedConfounder & { weekStart: string }): string {
  if (broken === undefined) return `طرأت قفزة مفاجئة في أسبوع ${weekStart}.`;
  const what = TRACKED[broken.what];
  if (broken.kind === "mix") {
    return `في أسبوع ${weekStart} تغيّر توزيع ${what}: ${percent(broken.size)} من التوزيع صار مختلفًا.`;
  }
  if (broken.kind === "gap") return `في أسبوع ${weekStart} غاب معظم ${what}.`;
  if (broken.kind === "spike") {
    return `في أسبوع ${weekStart} بلغ عدد ${what} ${percent(broken.size)} مما كان عليه في الأسابيع المجاورة.`;
  }
  if (broken.size === 0) return `اعتبارًا من أسبوع ${weekStart} لم يُسجَّل شيء من ${what}.`;
  const direction = broken.size >= 1 ? "ارتفع" : "انخفض";
  return `اعتبارًا من أسبوع ${weekStart} ${direction} عدد ${what} إلى ${percent(broken.size)} مما كان عليه.`;
}

export const arabic: Words = {
  outcome,
  quoted,
  movement: (metric, moved, points) =>
    `${MOVED[metric][moved]} ${outcome[metric]} بمقدار ${counted(Number(points), POINTS)}`,
  list,
  verdict: {
    opt_in_without_understanding: (title, moves) =>
      `زاد التغيير ${quoted(title)} الموافقات من دون أن يزيد الفهم: ${moves}. وهذه علامة على نمط تصميم مُضلِّل.`,
    building_trust: (title, moves) =>
      `التغيير ${quoted(title)} يبني الثقة: ${moves}، ولم يسُؤ أي مؤشر آخر.`,
    mixed: (title, moves) => `أفاد التغيير ${quoted(title)}، ولكن بثمن: ${moves}.`,
    eroding_trust: (title, moves) => `التغيير ${quoted(title)} يقوّض الثقة: ${moves}.`,
    no_clear_effect: (title) =>
      `لم يُحدث التغيير ${quoted(title)} فرقًا ذا شأن، لا إلى الأفضل ولا إلى الأسوأ.`,
    not_enough_data: (title, moves) =>
      moves === ""
        ? `لا يمكن بعدُ معرفة أثر التغيير ${quoted(title)}.`
        : `لا يمكن بعدُ معرفة أثر التغيير ${quoted(title)} إجمالًا، غير أن الثابت حتى الآن: ${moves}.`,
  },
  untold: (title, moves) =>
    moves === ""
      ? `لم يتبيّن خلال مدة المتابعة أثر التغيير ${quoted(title)}.`
      : `لم يتبيّن خلال مدة المتابعة أثر التغيير ${quoted(title)} إجمالًا، غير أن الثابت: ${moves}.`,
  notBegun: (title, begins) => `يبدأ التغيير ${quoted(title)} في ${begins}.`,
  unmeasured: {
    all: (title) =>
      `لا يمكن معرفة أثر التغيير ${quoted(title)}: فلا توجد بيانات عمّن شملهم، من قبله ومن بعده، تصلح للمقارنة.`,
    said: "لم يُسأل أحد قبله وبعده عن الفهم أو الثقة، ولذلك لا يمكن معرفة ما إذا كان قد بنى الثقة.",
    done: "لا تُعرف قبله وبعده موافقات ولا حالات سحب، ولذلك لا يمكن معرفة ما إذا كان قد بنى الثقة.",
  },
  lacking: (metric, needed, count) =>
    `ما لم يُحسم بعدُ هو ${measureOf(metric)}: يحتاج حسمه إلى نحو ${counted(needed, MORE_FACTS[metric])}، أي إلى نحو ${counted(count, DAYS)} بالمعدل الحالي.`,
  lackingUnknown: (metric) =>
    `ما لم يُحسم بعدُ هو ${measureOf(metric)}، ولن يحسمه مزيد من البيانات نفسها.`,
  because: (metric, shortage) => `ما لم يُحسم بعدُ هو ${measureOf(metric)}: ${shortage}.`,
  shortage: {
    no_facts: "لا توجد عنه بيانات حول وقت التغيير",
    none_before: "لا توجد عنه بيانات قبل التغيير للمقارنة",
    too_few_waves_before: "جولات الاستبيان المتاحة للمقارنة قبل التغيير أقل من أربع",
    too_few_weeks_before: "الأسابيع المتاحة للمقارنة قبل التغيير أقل من 12",
    too_few_weeks_after: "يجب أن تمضي أولًا أربعة أسابيع كاملة بعد التغيير",
    no_whole_wave: "لم تكتمل أي جولة استبيان منذ التغيير",
  },
  day: (day) => calendar.format(day * DAY_MS),
  calibration: (worlds, claims) =>
    claims === 0
      ? `في محاكاة ${counted(worlds, CHANGES)} بلا أي أثر، حُكم عليها بهذه الطريقة، لم يُنسب أثر إلى أيّ منها.`
      : `في محاكاة ${counted(worlds, CHANGES)} بلا أي أثر، حُكم عليها بهذه الطريقة، نُسب أثر إلى ${counted(claims, CHANGES)} منها (${tenths.format(claims / worlds)}).`,
  preliminary: (finalOn) => `هذا حكم أولي، ويصبح نهائيًا في ${finalOn}.`,
  preliminaryOpen: "هذا حكم أولي إلى أن تكتمل بياناته.",
  lowered: "ينبغي أخذه بحذر: فربما كان لأمر آخر دور فيه.",
  reason: {
    randomised: ({ experiment, control }) =>
      `وُزِّع الأشخاص عشوائيًا في التجربة ${quoted(experiment)}، ولذلك تُقارن مجموعاتها؛ والمجموعة الضابطة هي ${quoted(control)}.`,
    experiment_without_data: ({ experiment }) =>
      `ليس في التجربة ${quoted(experiment)} مجموعتان لهما بيانات بعد التغيير، ولذلك لا يمكن مقارنة مجموعاتها.`,
    experiment_without_control: ({ experiment }) =>
      `لا شيء يبيّن أيّ مجموعات التجربة ${quoted(experiment)} هي المجموعة الضابطة، ولذلك لا يمكن مقارنة مجموعاتها.`,
    nobody_outside: () => "لا يُعرف أحد خارج نطاق التغيير، ولذلك لا يوجد من يُقارن به في الوقت نفسه.",
    same_people: ({ share }) =>
      `بعض الأشخاص داخل النطاق هم أنفسهم خارجه (${percent(share)} من الإجابات المتكررة)، ولذلك لا يمكن مقارنة الجانبين.`,
    too_few_to_claim: ({ treated, control, smallestP, outcomes }) =>
      `لا يمكن للمقارنة بمن هم خارج النطاق أن تثبت شيئًا هنا: شمل التغيير ${counted(treated, GROUPS)} من أصل ${number(treated + control)}، وأصغر قيمة احتمالية يمكن بلوغها هي ${smallestP.toFixed(3)}، وهي أكبر من أن تكفي لعدد المؤشرات (${number(outcomes)}).`,
    leads_differ: ({ metric, p }) =>
      `لا يصلح من هم خارج النطاق للمقارنة: فقد تحرّك ${measureOf(metric)} لديهم تحرّكًا مختلفًا قبل التغيير (${ofP(p)}).`,
    many_clusters: ({ treated, control, dimensions }) =>
      `${between(treated, control)} (فرق الفروق بحسب ${by(dimensions)}، بأخطاء معيارية عنقودية).`,
    few_clusters: ({ treated, control, dimensions, assignments }) =>
      `${between(treated, control)} (فرق الفروق بحسب ${by(dimensions)})؛ ولقلّة عددها تُقارن النتيجة مع ${counted(assignments, ASSIGNMENTS)}.`,
    own_past: ({ weeks, season }) =>
      `تُقارن الأسابيع التالية بما كان متوقعًا استنادًا إلى ${counted(weeks, WEEKS)} قبل التغيير (سلسلة زمنية منقطعة، مع استمرار ${season ? "الاتجاه العام والموسمية" : "الاتجاه العام"}).`,
    too_early_or_thin: () => "لا ينطبق أي تصميم بعدُ: فالأسابيع أو البيانات أقل من اللازم.",
  },
  confounder: {
    overlapping_change: ({ title = "", weekStart, lowers, allowedFor = false }) => {
      const came = `جاء التغيير ${quoted(title)} في أسبوع ${weekStart}`;
      if (allowedFor) return `${came}؛ وللأسابيع السابقة له مستوى خاص بها.`;
      return lowers
        ? `${came}، ضمن الأسابيع المقارَنة: فقد يعود جزء من الأثر إليه.`
        : `${came}؛ وقد استُبعدت الأسابيع الواقعة على جانبه الآخر.`;
    },
    volume_break: jump,
    method_break: jump,
    questionnaire_break: jump,
    season_unknown: () =>
      "لا يمكن تمييز أثر الموسم من أثر التغيير: فلا تتوفر قبله سنة كاملة من الأسابيع.",
    thin_cohorts: ({ metric, share = 0 }) =>
      `فئات تمثل ${percent(share)} من ${metric === null ? "البيانات" : `بيانات ${outcome[metric]}`} لا تكاد توجد لها بيانات بعد التغيير: فيؤخذ نصيبها من الفئات الأخرى.`,
    placebo_dates_reject: ({ metric, share = 0 }) =>
      `يبدو أن ${metric === null ? "المؤشر" : measureOf(metric)} يتغيّر أيضًا في ${percent(share)} من التواريخ التي لم يحدث فيها شيء، ولذلك وُسِّع فاصل ثقته.`,
    outside_moved_alike: ({ metric }) =>
      `تحرّك ${metric === null ? "المؤشر" : measureOf(metric)} داخل النطاق، ولكن لا يتضح أنه تحرّك أكثر مما تحرّك خارجه: فلا يُستنتج منه شيء.`,
    same_people_on_both_sides: ({ share = 0 }) =>
      `بعض الأشخاص على جانبي المقارنة (${percent(share)} من الإجابات المتكررة)، مما يُظهر الأثر أصغر مما هو.`,
  },
};
