import type { Change } from "#shared/contract/change.ts";
import { verdicts } from "#shared/contract/verdict.ts";
import { changeKinds } from "#shared/vocabulary.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { useChoice } from "../../filters/use-choice.ts";
import { t } from "../../i18n/translate.ts";
import { useVerdicts } from "../../queries/verdict.ts";
import { ChangeItem } from "./change-item.tsx";

const kinds = ["all", ...changeKinds] as const;
const standings = ["all", ...verdicts] as const;

/** The latest first. One that is not weighed yet stays in sight under every verdict, until it has its own. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const [kind, setKind] = useChoice("kind", kinds);
  const [standing, setStanding] = useChoice("verdict", standings);
  const queries = useVerdicts(changes.map(({ id }) => id));
  const shown = changes
    .map((change, index) => ({ change, verdict: queries[index]?.data?.verdict }))
    .filter(({ change }) => kind === "all" || change.kind === kind)
    .filter(({ verdict }) => standing === "all" || verdict === undefined || verdict === standing);
  return (
    <>
      <div className="panel-actions">
        <SelectField
          label={t("changes.filter.verdict")}
          value={standing}
          options={standings.map((value) => ({
            value,
            label: value === "all" ? t("filter.all") : t(`verdict.${value}`),
          }))}
          onChange={setStanding}
        />
        <SelectField
          label={t("changes.filter.kind")}
          value={kind}
          options={kinds.map((value) => ({
            value,
            label: value === "all" ? t("filter.all") : t(`changes.kind.${value}`),
          }))}
          onChange={setKind}
        />
      </div>
      {shown.length === 0 ? (
        <div className="panel">
          <EmptyState
            icon="filter"
            title={t("changes.filter.none")}
            text={t("changes.filter.noneText")}
          />
        </div>
      ) : (
        <ol className="stack">
          {shown.map(({ change }) => (
            <ChangeItem key={change.id} change={change} />
          ))}
        </ol>
      )}
    </>
  );
}
