import { useState } from "react";
import type { IntakeStatus, RecentEvent } from "#shared/contract/admin.ts";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { valueLabel } from "../../components/labels.ts";
import { formatClock, formatInstant } from "../../format/dates.ts";
import { formatCount } from "../../format/numbers.ts";
import { t, translateIfKnown } from "../../i18n/translate.ts";

const QUIET_MS = 10 * 60_000;

/** The last events, newest first; those that came since the page was opened are marked. */
interface Props {
  intake: IntakeStatus;
  /** When that was, in ms since 1970. */
  asked: number;
}

export function LiveEvents({ intake, asked }: Props) {
  const latest = intake.recent[0]?.sequence ?? 0;
  const [first] = useState(latest);
  if (intake.lastReceivedAt === null) {
    return <EmptyState icon="data" title={t("data.nothing")} text={t("data.nothingText")} />;
  }
  const isQuiet = asked - Date.parse(intake.lastReceivedAt) > QUIET_MS;
  const time = formatInstant(intake.lastReceivedAt);
  const count = latest - first;
  return (
    <>
      <p className={isQuiet ? "inline-note tone-warn" : "live-line"} role="status">
        <span className={isQuiet ? "dot" : "dot is-live"} aria-hidden="true" />
        {isQuiet ? t("data.nothingSince", { time }) : t("data.lastReceived", { time })}
        {count > 0 && ` · ${t("data.newEvents", { count: formatCount(count) }, count)}`}
      </p>
      <DataTable
        caption={t("data.recent")}
        rows={intake.recent}
        keyOf={({ sequence }) => `${sequence}`}
        isTall
        columns={[
          {
            key: "type",
            header: t("data.column.type"),
            cell: ({ type, sequence }: RecentEvent) => (
              <>
                {translateIfKnown(`event.${type}`) ?? type}{" "}
                {sequence > first && <span className="dot is-live" aria-hidden="true" />}
              </>
            ),
          },
          {
            key: "purpose",
            header: t("data.column.purpose"),
            cell: ({ purpose }) => valueLabel("purpose", purpose),
          },
          {
            key: "notice",
            header: t("data.column.notice"),
            cell: ({ notice }) => valueLabel("notice", notice),
          },
          {
            key: "channel",
            header: t("data.column.channel"),
            cell: ({ channel }) => valueLabel("channel", channel),
          },
          {
            key: "received",
            header: t("data.column.received"),
            isNumber: true,
            cell: ({ receivedAt }) => <time dateTime={receivedAt}>{formatClock(receivedAt)}</time>,
          },
        ]}
      />
    </>
  );
}
