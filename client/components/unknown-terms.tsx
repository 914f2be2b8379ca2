import { proseOf } from "#shared/reading.ts";
import { unknownTerms } from "#shared/unknown-terms.ts";
import type { Wording } from "#shared/wording.ts";
import { t } from "../i18n/translate.ts";

/** The terms of a wording that a reader may not know, each with plainer words; nothing where there are none. */
export function UnknownTerms({ wording, locale }: { wording: Wording; locale: string }) {
  const terms = unknownTerms(proseOf(wording), locale);
  if (terms.length === 0) return null;
  return (
    <div className="unknown-terms">
      <p className="basis">{t("wording.terms")}</p>
      <dl>
        {terms.map(({ term, plainer }) => (
          <div key={plainer}>
            <dt lang={locale}>{term}</dt>
            <dd lang={locale}>{plainer}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
