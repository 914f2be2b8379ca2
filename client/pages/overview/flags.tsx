import type { Flag } from "#shared/contract/flag.ts";
import { errorText } from "../../components/error-text.ts";
import { Panel } from "../../components/panel.tsx";
import { useToast } from "../../components/toast.tsx";
import { formatDate } from "../../format/dates.ts";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";
import { useFlags, useTakeBack } from "../../queries/findings.ts";
import { FlagItem } from "./flag-item.tsx";

const codes = ["opt_in_without_understanding", "opt_out_effort"] as const;

/** What should not be passed over, until it is answered. Nothing stands here where there is nothing to answer. */
export function Flags() {
  const flags = useFlags().data?.flags ?? [];
  if (flags.length === 0) return null;
  const open = flags.filter(({ reply }) => reply === null);
  const answered = flags.filter(({ reply }) => reply !== null);
  if (open.length === 0) return <AnsweredFlags flags={answered} />;
  return (
    <div className="flag-box">
      <Panel title={t("flags.title")}>
        <ul className="finding-list">
          {open.map((flag) => (
            <FlagItem key={`${flag.code} ${flag.about}`} flag={flag} />
          ))}
        </ul>
        <div className="flag-law">
          {codes
            .filter((code) => open.some((flag) => flag.code === code))
            .map((code) => (
              <p key={code} className="basis">
                {t(`flags.law.${code}`)}
              </p>
            ))}
        </div>
        {answered.length > 0 && <AnsweredFlags flags={answered} />}
      </Panel>
    </div>
  );
}

function AnsweredFlags({ flags }: { flags: readonly Flag[] }) {
  return (
    <details className="answered-flags">
      <summary>{t("flags.answered", { count: formatCount(flags.length) }, flags.length)}</summary>
      <ul className="finding-list">
        {flags.map((flag) => (
          <FlagItem key={`${flag.code} ${flag.about}`} flag={flag}>
            {flag.reply !== null && <Answered reply={flag.reply} />}
          </FlagItem>
        ))}
      </ul>
    </details>
  );
}

function Answered({ reply }: { reply: NonNullable<Flag["reply"]> }) {
  const takeBack = useTakeBack();
  const toast = useToast();
  return (
    <p>
      {t("flags.answeredOn", { date: formatDate(reply.createdAt.slice(0, 10)), note: reply.note })}{" "}
      <button
        type="button"
        className="button quiet"
        disabled={takeBack.isPending}
        onClick={() =>
          takeBack.mutate(reply.id, { onError: (error) => toast(errorText(error), "bad") })
        }
      >
        {t("flags.reopen")}
      </button>
    </p>
  );
}
