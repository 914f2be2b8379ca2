import { proseOf, type Reading, readingOf } from "#shared/reading.ts";
import type { Wording } from "#shared/wording.ts";
import { formatCount, formatFixed } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";

/** How hard a wording is to read, by which formula, and how long it is: of title and text, without the buttons. */
export function WordingFacts({ wording, locale }: { wording: Wording; locale: string }) {
  const reading = readingOf(proseOf(wording), locale);
  if (reading === null) return <p className="basis">{t("reading.none")}</p>;
  return (
    <p className="basis wording-facts">
      {[gradeText(reading), ...lengthTexts(reading)].join(" · ")}
    </p>
  );
}

/** "Grade 7.2, easy (Flesch–Kincaid)", or why there is none. */
export function gradeText({ grade, noGrade }: Reading): string {
  if (grade === null) return t(`reading.${noGrade ?? "no_formula"}`);
  const level = t(`reading.level.${grade.level}`);
  return grade.formula === "lix"
    ? t("reading.lix", { value: formatFixed(grade.value, 0), level })
    : t("reading.flesch_kincaid", { value: formatFixed(grade.value, 1), level });
}

function lengthTexts({ words, sentences, characters }: Reading): string[] {
  return [
    ...(words === null ? [] : [t("reading.words", { count: formatCount(words) }, words)]),
    t("reading.sentences", { count: formatCount(sentences) }, sentences),
    t("reading.characters", { count: formatCount(characters) }, characters),
  ];
}
