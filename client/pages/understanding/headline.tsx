import type { Figure } from "#shared/contract/metric.ts";
import { valueText } from "../../components/estimate.tsx";
import { t } from "../../i18n/translate.ts";

interface Props {
  understanding: Figure | null | undefined;
  trust: Figure | null | undefined;
  informed: Figure | null | undefined;
}

/** What people say, in a sentence; nothing where it cannot be said. */
export function Headline({ understanding, trust, informed }: Props) {
  const said = textOf(understanding);
  const trusted = textOf(trust);
  const consented = textOf(informed);
  if (said === null || trusted === null) return null;
  return (
    <p className="headline">
      <span>{t("understanding.headline", { understanding: said, trust: trusted })}</span>
      {consented !== null && (
        <small>{t("understanding.headlineInformed", { informed: consented })}</small>
      )}
    </p>
  );
}

function textOf(figure: Figure | null | undefined): string | null {
  if (figure === null || figure === undefined) return null;
  return figure.suppressed || figure.value === null ? null : valueText({ figure, unit: "share" });
}
