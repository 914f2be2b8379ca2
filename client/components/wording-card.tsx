import type { ReactNode } from "react";
import type { Wording } from "#shared/wording.ts";
import { t } from "../i18n/translate.ts";
import { WordingFacts } from "./wording-facts.tsx";

interface Props {
  /** What the reader knows it by: a notice, a variant. */
  name: string;
  wording: Wording;
  /** BCP 47 */
  locale: string;
  /** Small print under the facts. */
  children?: ReactNode;
}

/** A wording as people meet it on a phone, without any company's colours; the buttons press nothing. */
export function WordingCard({ name, wording, locale, children }: Props) {
  const { title, text, accept, decline } = wording;
  return (
    <figure className="wording-card" aria-label={t("wording.preview", { name })}>
      <div className="phone" lang={locale} dir="auto">
        {title !== "" && <p className="phone-title">{title}</p>}
        {text !== "" && <p className="phone-text">{text}</p>}
        <p className="phone-buttons">
          {decline !== "" && <span className="phone-button">{decline}</span>}
          {accept !== "" && <span className="phone-button">{accept}</span>}
        </p>
      </div>
      <figcaption>
        <WordingFacts wording={wording} locale={locale} />
        {children}
      </figcaption>
    </figure>
  );
}
