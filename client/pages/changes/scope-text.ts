import type { Change } from "#shared/contract/change.ts";
import { valueLabel } from "../../components/labels.ts";
import { formatList } from "../../format/lists.ts";
import { t } from "../../i18n/translate.ts";

/** The lists of a scope with the dimension that each speaks of. */
export const scopeParts = [
  { list: "purposes", dimension: "purpose" },
  { list: "channels", dimension: "channel" },
  { list: "generations", dimension: "generation" },
  { list: "regions", dimension: "region" },
] as const;

export function scopeText(scope: Change["scope"]): string {
  const parts = scopeParts.flatMap(({ list, dimension }) =>
    scope[list].length === 0
      ? []
      : [formatList(scope[list].map((value) => valueLabel(dimension, value)))],
  );
  return parts.length === 0 ? t("changes.scopeAll") : parts.join(" · ");
}
