import type { LearnedOutcome } from "#shared/contract/learned.ts";
import type { Generation } from "#shared/vocabulary.ts";
import { generations } from "#shared/vocabulary.ts";
import { learnedEffect } from "../../charts/shape/effects.ts";
import { DataTable } from "../../components/data-table.tsx";
import { limitsText, pointsText } from "../../components/effect-text.ts";
import { valueLabel } from "../../components/labels.ts";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

type Row = LearnedOutcome["forWhom"][number];

/** What kind of change works for whom. */
export function LearnedGenerations({ outcome }: { outcome: LearnedOutcome }) {
  const { forWhom } = outcome;
  const known = generations.filter((name) =>
    forWhom.some((row) => row.generations.some(({ generation }) => generation === name)),
  );
  if (known.length === 0) return null;
  return (
    <div className="learned-cells">
      <h3>{t("learned.forWhom")}</h3>
      <p className="basis">{t("learned.forWhomText")}</p>
      <DataTable
        caption={t("learned.forWhom")}
        rows={forWhom}
        keyOf={({ kind }) => kind}
        columns={[
          {
            key: "kind",
            header: t("learned.kind"),
            cell: ({ kind, changes }) => (
              <>
                {t(`changes.kind.${kind}`)}
                <span className="cell-basis">
                  {t("learned.count", { count: formatCount(changes) }, changes)}
                </span>
              </>
            ),
          },
          ...known.map((generation) => ({
            key: generation,
            header: valueLabel("generation", generation),
            isNumber: true,
            cell: (row: Row) => <Cell row={row} generation={generation} outcome={outcome} />,
          })),
        ]}
      />
    </div>
  );
}

interface CellProps {
  row: Row;
  generation: Generation;
  outcome: LearnedOutcome;
}

function Cell({ row, generation, outcome }: CellProps) {
  const one = row.generations.find((own) => own.generation === generation);
  if (one === undefined) return "–";
  const { value, low, high, tone } = learnedEffect(one, outcome);
  return (
    <>
      <span className={`moved tone-${tone}`}>{pointsText(value)}</span>
      <span className="cell-basis">{limitsText({ low, high })}</span>
    </>
  );
}
