import type {
  Comparison,
  ExperimentResults,
  OutcomeComparison,
} from "#shared/contract/experiment-results.ts";
import { rangeText } from "../../charts/difference-text.ts";
import { DataTable } from "../../components/data-table.tsx";
import { probabilityText } from "../../components/effect-text.ts";
import { valueLabel } from "../../components/labels.ts";
import { Panel } from "../../components/panel.tsx";
import { formatDate } from "../../format/dates.ts";
import { formatList } from "../../format/lists.ts";
import { formatCount, formatFixed } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";
import { sizeText } from "./outcomes-panel.tsx";
import { SensitivityTable } from "./sensitivity.tsx";

interface Props {
  results: ExperimentResults;
  comparison: Comparison;
}

/** What a statistician asks next. */
export function Statistics({ results, comparison }: Props) {
  return (
    <Panel title={t("experiment.statistics", { variant: comparison.variant })}>
      <h3>{t("experiment.sensitivity")}</h3>
      <SensitivityTable comparison={comparison} />
      <details className="diagnostics">
        <summary>{t("verdict.diagnostics")}</summary>
        <div className="stack">
          <dl className="facts">
            {factsOf(results).map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <DataTable
            caption={t("verdict.diagnostics")}
            rows={comparison.outcomes}
            keyOf={({ outcome }) => outcome}
            columns={columns}
          />
        </div>
      </details>
    </Panel>
  );
}

const p = (name: "p" | "pAdjusted" | "smallestP") => ({
  key: name,
  header: t(`experiment.stat.${name}`),
  isNumber: true,
  cell: (one: OutcomeComparison) => probabilityText(one[name]),
});

const columns = [
  {
    key: "outcome",
    header: t("verdict.outcome"),
    cell: ({ outcome }: OutcomeComparison) => t(`experiment.outcome.${outcome}`),
  },
  { key: "size", header: t("experiment.size"), isNumber: true, cell: sizeText },
  {
    key: "low90",
    header: t("experiment.stat.ninety"),
    isNumber: true,
    cell: ({ unit, low90: low, high90: high }: OutcomeComparison) =>
      low === null ? "–" : rangeText({ unit, low, high }),
  },
  p("p"),
  p("pAdjusted"),
  p("smallestP"),
  {
    key: "fixed",
    header: t("experiment.stat.fixed"),
    isNumber: true,
    cell: ({ unit, fixed }: OutcomeComparison) => (
      <>
        {fixed === null ? "–" : rangeText({ unit, ...fixed })}
        {fixed !== null && (
          <span className="cell-basis">
            {t("verdict.p")} {probabilityText(fixed.p)}
          </span>
        )}
      </>
    ),
  },
  {
    key: "timesMore",
    header: t("experiment.stat.timesMore"),
    isNumber: true,
    cell: ({ timesMore }: OutcomeComparison) =>
      timesMore === null ? "–" : `× ${formatFixed(timesMore, 1)}`,
  },
];

function factsOf({ plan, sampleRatio, matureTo, asOf, dataVersion, sources }: ExperimentResults) {
  const { chiSquare, degreesOfFreedom, p: ratioP } = sampleRatio;
  return [
    { name: t("experiment.stat.tuned"), value: formatCount(plan.tunedFor) },
    {
      name: t("experiment.stat.chiSquare", { degrees: degreesOfFreedom }),
      value: chiSquare === null ? "–" : `${formatFixed(chiSquare, 2)}, ${probabilityText(ratioP)}`,
    },
    {
      name: t("experiment.stat.matureTo"),
      value: matureTo === null ? "–" : formatDate(matureTo),
    },
    {
      name: t("experiment.stat.sources"),
      value: formatList(sources.map((name) => valueLabel("source", name))),
    },
    {
      name: t("experiment.stat.data"),
      value: `${formatCount(dataVersion)}, ${asOf === null ? "–" : formatDate(asOf)}`,
    },
  ];
}
