import type { Notice } from "#shared/contract/notice.ts";
import { type Wording, wordingIn } from "#shared/wording.ts";
import { Icon } from "../../components/icon.tsx";
import { Panel } from "../../components/panel.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { WordingComparison } from "../../components/wording-comparison.tsx";
import { t } from "../../i18n/translate.ts";
import { isEmpty } from "./notice-draft.ts";

interface Props {
  notice: string;
  wording: Wording;
  locale: string;
  /** The versions that it can be held against; `previous` is offered first. */
  others: readonly Notice[];
  previous: string | null;
  /** The one chosen, where one was. */
  against: string | null;
  onAgainst: (notice: string) => void;
  /** Where a wording is written: begins it with that of the other version. */
  onCopy?: (wording: Wording) => void;
}

/** A wording beside that of another version, in the same language. */
export function ComparePanel(props: Props) {
  const { notice, wording, locale, others, previous, against, onAgainst, onCopy } = props;
  const comparable = others.filter(
    (other) => other.notice !== notice && wordingIn(other.wording, locale) !== null,
  );
  const named = (name: string | null) => comparable.find((other) => other.notice === name);
  const other = named(against) ?? named(previous) ?? comparable[0];
  const before = other === undefined ? null : wordingIn(other.wording, locale);
  if (other === undefined || before === null) {
    return (
      <Panel title={t("notices.compare")}>
        <p className="muted">{t("notices.compareNone")}</p>
      </Panel>
    );
  }
  return (
    <Panel
      title={t("notices.compare")}
      description={t("reading.rough")}
      actions={
        <SelectField
          label={t("notices.against")}
          value={other.notice}
          options={comparable.map((one) => ({ value: one.notice, label: one.notice }))}
          onChange={onAgainst}
        />
      }
    >
      {onCopy !== undefined && isEmpty(wording) ? (
        <button type="button" className="button" onClick={() => onCopy(before)}>
          <Icon name="copy" /> {t("notices.copy", { notice: other.notice })}
        </button>
      ) : (
        <WordingComparison
          before={{ name: other.notice, wording: before }}
          after={{ name: notice === "" ? t("notices.thisOne") : notice, wording }}
          locale={locale}
        />
      )}
    </Panel>
  );
}
