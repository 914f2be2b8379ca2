import type { ReactNode } from "react";
import type { Wording } from "#shared/wording.ts";
import { t } from "../i18n/translate.ts";
import { type Piece, wordingChanges } from "./wording-changes.ts";

export interface NamedWording {
  /** What the reader knows it by: a notice, a variant. */
  name: string;
  wording: Wording;
}

interface Props {
  before: NamedWording;
  after: NamedWording;
  /** BCP 47, of both wordings. */
  locale: string;
}

/** Two wordings side by side, on a phone part by part; what differs is struck out on the left, underlined on the right. */
export function WordingDiff({ before, after, locale }: Props) {
  const parts = wordingChanges(before.wording, after.wording, locale);
  const isSame = parts.every((one) => !one.before.some(isChanged) && !one.after.some(isChanged));
  return (
    <div className="wording-diff">
      <p className="wording-diff-head" aria-hidden="true">
        <span>{before.name}</span>
        <span>{after.name}</span>
      </p>
      {isSame && <p className="basis">{t("wording.same")}</p>}
      <dl>
        {parts.map((one) => (
          <div key={one.part} className={`wording-part wording-${one.part}`}>
            <dt>{t(`wording.${one.part}`)}</dt>
            <Side name={before.name} locale={locale} pieces={one.before}>
              {(text) => (
                <del>
                  <span className="sr-only">{t("wording.removed")} </span>
                  {text}
                  <span className="sr-only"> {t("wording.removedEnd")}</span>
                </del>
              )}
            </Side>
            <Side name={after.name} locale={locale} pieces={one.after}>
              {(text) => (
                <ins>
                  <span className="sr-only">{t("wording.added")} </span>
                  {text}
                  <span className="sr-only"> {t("wording.addedEnd")}</span>
                </ins>
              )}
            </Side>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface SideProps {
  name: string;
  locale: string;
  pieces: readonly Piece[];
  children: (text: string) => ReactNode;
}

function Side({ name, locale, pieces, children }: SideProps) {
  return (
    <dd>
      <span className="wording-side">{name}: </span>
      {pieces.length === 0 ? (
        <span className="muted">{t("wording.empty")}</span>
      ) : (
        <span lang={locale} dir="auto">
          {pieces.map(({ text, isChanged: isMarked }, index) => (
            <span key={index}>{isMarked ? children(text) : text}</span>
          ))}
        </span>
      )}
    </dd>
  );
}

function isChanged(piece: Piece): boolean {
  return piece.isChanged;
}
