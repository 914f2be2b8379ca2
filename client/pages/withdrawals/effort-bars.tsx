import type { Figure, MetricAnswer } from "#shared/contract/metric.ts";
import { totalOf } from "../../charts/metric-tile.tsx";
import { EstimateBasis, EstimateValue, isKnown } from "../../components/estimate.tsx";
import { t } from "../../i18n/translate.ts";

interface Props {
  answer: MetricAnswer;
  print: (value: number) => string;
}

/** The two medians as bars on one scale, and the ratio of them. */
export function EffortBars({ answer, print }: Props) {
  const figure = totalOf(answer);
  const out = figure.suppressed ? null : (figure.medianOut ?? null);
  const inside = figure.suppressed ? null : (figure.medianIn ?? null);
  const longest = Math.max(out ?? 0, inside ?? 0);
  const bars = [
    { label: t("withdrawals.effortOut"), value: out, className: "bar-out" },
    { label: t("withdrawals.effortIn"), value: inside, className: "bar-in" },
  ];
  return (
    <>
      {bars.map(
        ({ label, value, className }) =>
          value !== null && (
            <div className="effort-bar" key={label}>
              <span>{label}</span>
              <svg height="14" width="100%" aria-hidden="true">
                <rect
                  className={className}
                  width={`${longest === 0 ? 0 : (value / longest) * 100}%`}
                  height="14"
                  rx="3"
                />
              </svg>
              <span className="is-strong">{print(value)}</span>
            </div>
          ),
      )}
      <p className="effort-ratio">
        {(figure.suppressed || isKnown(figure)) && (
          <span>
            {t("withdrawals.effortRatio")}{" "}
            <strong>
              <EstimateValue figure={figure} unit="ratio" k={answer.k} />
            </strong>
          </span>
        )}
        <Verdict figure={figure} />
        <EstimateBasis figure={figure} unit="ratio" metric="opt_out_effort" k={answer.k} />
      </p>
    </>
  );
}

/** The interval decides, not the ratio alone: 1 stands for "as easy". */
function Verdict({ figure }: { figure: Figure }) {
  if (figure.suppressed || figure.low === null || figure.high === null) return null;
  if (figure.low > 1) return <span className="badge tone-bad">{t("withdrawals.harder")}</span>;
  if (figure.high <= 1) return <span className="badge tone-good">{t("withdrawals.easier")}</span>;
  return <span className="badge">{t("withdrawals.unclear")}</span>;
}
