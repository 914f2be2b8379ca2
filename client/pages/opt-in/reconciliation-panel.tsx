import type { ReconciliationAnswer } from "#shared/contract/reconciliation.ts";
import { metricList } from "#shared/metric-list.ts";
import { restatementNames, restatements } from "#shared/restatements.ts";
import { farthestOf, shapeSystems } from "../../charts/shape/reconciliation.ts";
import { SystemTable } from "../../charts/system-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { valueText } from "../../components/estimate.tsx";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary, type QueryState } from "../../components/query-boundary.tsx";
import { useChoice } from "../../filters/use-choice.ts";
import { t } from "../../i18n/translate.ts";
import { ReconciliationSteps } from "./reconciliation-steps.tsx";

const choices = ["none", ...restatementNames] as const;

interface Props {
  query: QueryState<ReconciliationAnswer>;
  /** Whether a population is chosen, which other systems' figures cannot be weighted to: then it says so. */
  isWeighted: boolean;
}

/** Why another dashboard shows another opt-in rate of the same people. */
export function ReconciliationPanel({ query, isWeighted }: Props) {
  const [explained, setExplained] = useChoice("explain", choices);
  const title = t("reconcile.title");
  return (
    <Panel
      title={title}
      metric="opt_in_rate"
      description={
        isWeighted ? `${t("reconcile.text")} ${t("weights.notSystems")}` : t("reconcile.text")
      }
    >
      <QueryBoundary
        query={query}
        size="chart"
        isEmpty={({ ours, peers }) =>
          [ours, ...peers.map(({ figure }) => figure)].every(
            (one) => !one.suppressed && one.n === 0,
          )
        }
        empty={<EmptyState icon="filter" title={t("chart.empty")} text={t("chart.emptyHint")} />}
      >
        {(answer) => {
          const { rows, scale } = shapeSystems(answer);
          return (
            <>
              <Sentence answer={answer} />
              <SystemTable
                title={title}
                rows={rows}
                scale={scale}
                k={answer.k}
                words={(as) => (as === null ? metricList.opt_in_rate : restatements[as])}
                opened={explained === "none" ? null : explained}
                onOpen={(as) => setExplained(as ?? "none")}
                explanation={(as) => {
                  const peer = answer.peers.find((one) => one.as === as);
                  return (
                    peer && <ReconciliationSteps ours={answer.ours} peer={peer} k={answer.k} />
                  );
                }}
              />
            </>
          );
        }}
      </QueryBoundary>
    </Panel>
  );
}

/** The widest gap in a sentence, for who has five seconds. */
function Sentence({ answer }: { answer: ReconciliationAnswer }) {
  const farthest = farthestOf(answer);
  if (farthest === null) return null;
  const { peer, step } = farthest;
  const values = {
    ours: valueText({ figure: answer.ours, unit: "share" }),
    theirs: valueText({ figure: peer.figure, unit: "share" }),
    system: t(`systemOf.${peer.as}`),
  };
  return (
    <p className="reconciliation-sentence">
      {t("reconcile.sentence", values)}
      {step !== null && ` ${t("reconcile.mostly", { step: t(`step.${step}`) })}`}
    </p>
  );
}
