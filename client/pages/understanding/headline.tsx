import type { ReactNode } from "react";
import type { Figure } from "#shared/contract/metric.ts";
import { valueText } from "../../components/estimate.tsx";
import { t } from "../../i18n/translate.ts";

interface Props {
  understanding: Figure | null | undefined;
  trust: Figure | null | undefined;
  informed: Figure | null | undefined;
  /** Of whom, where the figures are weighted. */
  weights?: ReactNode;
}

/** What people say, in a sentence, as far as it can be said. */
export function Headline({ understanding, trust, informed, weights }: Props) {
  const said = textOf(understanding);
  const trusted = textOf(trust);
  const consented = textOf(informed);
  const sentence = sentenceOf(said, trusted) ?? hiddenText([understanding, trust]);
  if (sentence === null) return null;
  return (
    <p className="headline">
      <span>{sentence}</span>
      {weights}
      {consented !== null && (
        <small>{t("understanding.headlineInformed", { informed: consented })}</small>
      )}
    </p>
  );
}

function sentenceOf(understanding: string | null, trust: string | null): string | null {
  if (understanding !== null && trust !== null) {
    return t("understanding.headline", { understanding, trust });
  }
  if (understanding !== null) return t("understanding.headlineUnderstanding", { understanding });
  return trust === null ? null : t("understanding.headlineTrust", { trust });
}

function hiddenText(figures: readonly (Figure | null | undefined)[]): string | null {
  return figures.some((figure) => figure?.suppressed) ? t("understanding.headlineHidden") : null;
}

function textOf(figure: Figure | null | undefined): string | null {
  if (figure === null || figure === undefined) return null;
  return figure.suppressed || figure.value === null ? null : valueText({ figure, unit: "share" });
}
