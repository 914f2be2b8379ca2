import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import type { Flag } from "#shared/contract/flag.ts";
import { Dialog } from "../../components/dialog.tsx";
import { intervalText, isKnown, valueText } from "../../components/estimate.tsx";
import { Icon } from "../../components/icon.tsx";
import { valueLabel } from "../../components/labels.ts";
import { formatDate } from "../../format/dates.ts";
import { t } from "../../i18n/translate.ts";
import { FlagForm } from "./flag-form.tsx";

/** What was found, and the button that answers it; `children` stands in the button's place. */
export function FlagItem({ flag, children }: { flag: Flag; children?: ReactNode }) {
  const [isAnswering, setAnswering] = useState(false);
  const title = titleOf(flag);
  return (
    <li className="finding">
      <div>
        <p className="is-strong">
          <Icon name="alert" /> {title}
        </p>
        {flag.code === "opt_out_effort" ? (
          <EffortFacts flag={flag} />
        ) : (
          <p className="muted">
            {formatDate(flag.change.date)} · {t(`verdict.state.${flag.state}`)}
            {flag.claim === "lowered" && ` · ${t("verdict.lowered")}`}
          </p>
        )}
        {children}
      </div>
      <div className="panel-actions">
        <Link className="button quiet" to={linkOf(flag)}>
          {t(flag.code === "opt_out_effort" ? "flags.effortDetails" : "flags.details")}
        </Link>
        {children === undefined && (
          <button
            type="button"
            className="button"
            aria-label={t("flags.answerLabel", { title })}
            onClick={() => setAnswering(true)}
          >
            {t("flags.answer")}
          </button>
        )}
      </div>
      <Dialog
        isOpen={isAnswering}
        title={t("flags.answerTitle")}
        onClose={() => setAnswering(false)}
      >
        <FlagForm flag={flag} title={title} onClose={() => setAnswering(false)} />
      </Dialog>
    </li>
  );
}

function EffortFacts({ flag }: { flag: Extract<Flag, { code: "opt_out_effort" }> }) {
  const words = (figure: typeof flag.time) => ({
    ratio: valueText({ figure, unit: "ratio" }),
    interval: intervalText({ figure, unit: "ratio" }) ?? t("figure.noInterval"),
  });
  return (
    <p className="muted">
      {isKnown(flag.time) && `${t("flags.effortTime", words(flag.time))} `}
      {isKnown(flag.steps) && t("flags.effortSteps", words(flag.steps))}
    </p>
  );
}

function titleOf(flag: Flag): string {
  if (flag.code === "opt_out_effort") {
    return t("flags.effort", { channel: valueLabel("channel", flag.about) });
  }
  return t("flags.optIn", { title: flag.change.title });
}

function linkOf(flag: Flag) {
  if (flag.code !== "opt_out_effort") return `/changes/${flag.change.id}`;
  const search = new URLSearchParams({ from: flag.from, to: flag.to, channel: flag.about });
  return { pathname: "/withdrawals", search: search.toString() };
}
