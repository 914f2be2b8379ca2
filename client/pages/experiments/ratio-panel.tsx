import type { Arm, ExperimentResults } from "#shared/contract/experiment-results.ts";
import { DataTable } from "../../components/data-table.tsx";
import { pText } from "../../components/effect-text.ts";
import { Icon } from "../../components/icon.tsx";
import { Panel } from "../../components/panel.tsx";
import { formatList } from "../../format/lists.ts";
import { formatCount, formatShare } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";
import { Drivers } from "./drivers.tsx";

/** As exact as a thousand cases would be: what is planned is round. */
const DIGITS_OF = 1000;

/** Whether the groups are of the planned size: else nothing may be read from them. */
export function RatioPanel({ results }: { results: ExperimentResults }) {
  const { sampleRatio, arms, plan } = results;
  const { state, p, threshold, drivers } = sampleRatio;
  const isBroken = state === "broken";
  const empty = arms.filter(({ people }) => people === 0).map(({ variant }) => variant);
  const count = (name: "people" | "matureExposures" | "signals" | "crossovers") => ({
    key: name,
    header: t(`experiment.arm.${name}`),
    isNumber: true,
    cell: (arm: Arm) => {
      const value = arm[name];
      return value === null ? t("figure.hidden") : formatCount(value);
    },
  });
  return (
    <Panel title={t("experiment.ratio")} description={t("experiment.ratioText")}>
      <p className="verdict-badges">
        <span className={`badge tone-${isBroken ? "warn" : state === "unknown" ? "none" : "good"}`}>
          <Icon name={isBroken ? "alert" : state === "unknown" ? "hourglass" : "check"} />{" "}
          {t(`experiment.ratio.${state}`)}
        </span>
        {p !== null && (
          <span className="basis">
            {t("experiment.ratioP", { p: pText(p), threshold: `${threshold}` })}
          </span>
        )}
      </p>
      <DataTable
        caption={t("experiment.ratio")}
        rows={arms}
        keyOf={({ variant }) => variant}
        columns={[
          {
            key: "variant",
            header: t("experiment.variant"),
            cell: ({ variant, isControl }) => (
              <>
                {variant}
                {isControl && <span className="cell-basis">{t("experiment.theControl")}</span>}
              </>
            ),
          },
          {
            key: "planned",
            header: t(
              plan.shares === "planned" ? "experiment.arm.planned" : "experiment.arm.equal",
            ),
            isNumber: true,
            cell: ({ plannedShare }) => formatShare(plannedShare, DIGITS_OF),
          },
          count("people"),
          count("matureExposures"),
          count("signals"),
          count("crossovers"),
        ]}
      />
      {isBroken && (empty.length > 0 ? <Empty variants={empty} /> : <Drivers drivers={drivers} />)}
      {plan.shares === "equal" && <p className="basis">{t("experiment.ratioEqual")}</p>}
    </Panel>
  );
}

/** Whoever is missing everywhere went missing nowhere in particular. */
function Empty({ variants }: { variants: readonly string[] }) {
  return (
    <div className="drivers">
      <h3>{t("experiment.drivers")}</h3>
      <p className="prose">{t("experiment.nobodyIn", { variants: formatList(variants) })}</p>
    </div>
  );
}
