import { Link } from "react-router";
import type { Change } from "#shared/contract/change.ts";
import type { Notice } from "#shared/contract/notice.ts";
import { wordingIn } from "#shared/wording.ts";
import { Panel } from "../../components/panel.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { WordingComparison } from "../../components/wording-comparison.tsx";
import { useChoice } from "../../filters/use-choice.ts";
import { formatLanguage } from "../../format/lists.ts";
import { t } from "../../i18n/translate.ts";
import { useNotices } from "../../queries/notices.ts";

/** What the change's notice says otherwise than the one before it; or where to write down what is not known of them. */
export function WordingPanel({ change: { notice } }: { change: Change }) {
  const notices = useNotices().data?.notices;
  if (notice === null || notices === undefined) return null;
  const after = notices.find((one) => one.notice === notice);
  const before = notices.find((one) => one.notice === after?.previous);
  if (after !== undefined && before !== undefined) return <Compared {...{ before, after }} />;
  const missing = after === undefined ? notice : after.previous;
  return (
    <Panel title={t("verdict.wording")}>
      <p className="prose">
        {missing === null
          ? t("verdict.wordingNoPrevious", { notice })
          : t("verdict.wordingMissing", { notice: missing })}{" "}
        <Link
          to={
            missing === null
              ? `/notices/${encodeURIComponent(notice)}/edit`
              : `/new-notice?notice=${encodeURIComponent(missing)}`
          }
        >
          {missing === null ? t("verdict.wordingSayPrevious") : t("notices.write")}
        </Link>
      </p>
    </Panel>
  );
}

function Compared({ before, after }: { before: Notice; after: Notice }) {
  const shared = Object.keys(after.wording).filter(
    (locale) => wordingIn(before.wording, locale) !== null,
  );
  const [first = "", ...rest] = shared;
  const [locale, setLocale] = useChoice("language", [first, ...rest]);
  const [old, now] = [wordingIn(before.wording, locale), wordingIn(after.wording, locale)];
  return (
    <Panel
      title={t("verdict.wording")}
      description={
        <Link to={`/notices/${encodeURIComponent(after.notice)}`}>
          {t("notices.name", { notice: after.notice })}
        </Link>
      }
      actions={
        rest.length > 0 && (
          <SelectField
            label={t("notices.language")}
            value={locale}
            options={shared.map((value) => ({ value, label: formatLanguage(value) }))}
            onChange={setLocale}
          />
        )
      }
    >
      {old === null || now === null ? (
        <p className="muted">{t("verdict.wordingNoLanguage")}</p>
      ) : (
        <WordingComparison
          before={{ name: before.notice, wording: old }}
          after={{ name: after.notice, wording: now }}
          locale={locale}
        />
      )}
    </Panel>
  );
}
