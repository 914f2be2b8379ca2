import type { LearnedOutcome, Spread } from "#shared/contract/learned.ts";
import { LearnedForest } from "../../charts/learned-forest.tsx";
import { effectScale, learnedEffect } from "../../charts/shape/effects.ts";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

type Mean = Spread & { changes: number; name: string };

/** What kind of change works, and whether it is the easier words: means of the changes that are alike. */
export function LearnedMeans({ outcome }: { outcome: LearnedOutcome }) {
  const { kinds, readings, mean } = outcome;
  const all = mean === null ? [] : [{ ...mean, name: t("learned.all") }];
  const byKind = kinds.map((one) => ({ ...one, name: t(`changes.kind.${one.kind}`) }));
  const byReading = readings.map((one) => ({ ...one, name: t(`learned.step.${one.step}`) }));
  const rowOf = ({ name, changes, ...own }: Mean) => ({
    key: name,
    name: (
      <>
        {name}
        <span className="cell-basis">
          {t("learned.count", { count: formatCount(changes) }, changes)}
        </span>
      </>
    ),
    effect: learnedEffect({ own, shrunken: null }, outcome),
    own: null,
  });
  const groups = [
    { title: t("learned.kinds"), header: t("learned.kind"), rows: [...byKind, ...all].map(rowOf) },
    {
      title: t("learned.readings"),
      header: t("learned.reading"),
      rows: byReading.map(rowOf),
    },
  ];
  const scale = effectScale(groups.flatMap(({ rows }) => rows.map(({ effect }) => effect)));
  return (
    <>
      {groups.map(({ title, header, rows }, i) => (
        <div key={title}>
          <h3>{title}</h3>
          <p className="basis">{t(i === 0 ? "learned.kindsText" : "learned.readingsText")}</p>
          {rows.length === 0 ? (
            <p className="muted">{t("learned.readingsNone")}</p>
          ) : (
            <LearnedForest title={title} header={header} rows={rows} scale={scale} />
          )}
        </div>
      ))}
    </>
  );
}
