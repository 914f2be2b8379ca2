import type { ExperimentResults } from "#shared/contract/experiment-results.ts";
import { Icon } from "../../components/icon.tsx";
import { formatList } from "../../format/lists.ts";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

/** People of variants that nobody planned are in no figure: said, since a typing mistake may have put them there. */
export function Unplanned({ variants }: { variants: ExperimentResults["unplanned"] }) {
  if (variants.length === 0) return null;
  const named = variants.map(({ variant, people }) => {
    if (people === null) return `${variant} (${t("figure.hidden")})`;
    return `${variant} (${t("experiment.people", { count: formatCount(people) }, people)})`;
  });
  return (
    <p className="inline-note tone-warn">
      <Icon name="alert" />
      <span>{t("experiment.unplanned", { variants: formatList(named) }, variants.length)}</span>
    </p>
  );
}
