/** What is wrong with a draft, by the field as the API names it: so that what the API refuses stands at the same place. */
import { ApiError } from "../../api/client.ts";
import { parseTyped } from "../../format/typed.ts";
import { t } from "../../i18n/translate.ts";
import type { ExperimentDraft } from "./experiment-draft.ts";

export type Problems = { [field: string]: string };

const SLUG = /^[a-z0-9][a-z0-9_-]{0,63}$/;
const MOST_SUBJECTS = 1_000_000_000;
/** Thirds can't be typed exactly. */
const DUST = 0.11;

export function problemsOf(draft: ExperimentDraft): Problems {
  const { title, slug, variants, smallestEffect, plannedSubjects, startDate, endDate } = draft;
  const slugs = variants.map((one) => one.slug.trim());
  const effect = parseTyped(smallestEffect) ?? 0;
  const planned = parseTyped(plannedSubjects) ?? 0;
  const isPlanned = Number.isInteger(planned) && planned >= 1 && planned <= MOST_SUBJECTS;
  const shares = variants.map(({ share }) => parseTyped(share) ?? 0);
  const sum = shares.reduce((all, share) => all + share, 0);
  const rules: [string, boolean, string][] = [
    ["title", title.trim() === "", t("experiment.rule.title")],
    ["slug", !SLUG.test(slug.trim()), t("experiment.rule.slug")],
    ...variants.flatMap((_, i): [string, boolean, string][] => [
      [`variants.${i}.slug`, !SLUG.test(slugs[i] ?? ""), t("experiment.rule.slug")],
      [
        `variants.${i}.slug`,
        slugs.indexOf(slugs[i] ?? "") !== i,
        t("experiment.rule.twice", { variant: slugs[i] ?? "" }),
      ],
      [`variants.${i}.share`, (shares[i] ?? 0) <= 0, t("experiment.rule.share")],
    ]),
    [
      "variants",
      Math.abs(sum - 100) > DUST,
      t("experiment.rule.sum", { sum: `${Number(sum.toFixed(2))}` }),
    ],
    [
      "smallestEffect",
      smallestEffect.trim() !== "" && (effect <= 0 || effect >= 100),
      t("experiment.rule.effect"),
    ],
    ["plannedSubjects", plannedSubjects.trim() !== "" && !isPlanned, t("experiment.rule.subjects")],
    [
      "endDate",
      startDate !== "" && endDate !== "" && endDate < startDate,
      t("experiment.rule.dates"),
    ],
  ];
  return Object.fromEntries(
    rules.filter(([, isBroken]) => isBroken).map(([field, , message]) => [field, message]),
  );
}

export function refusedFields(error: Error | null): Problems {
  if (!(error instanceof ApiError)) return {};
  return Object.fromEntries(error.fields.map(({ field, message }) => [field, message]));
}
