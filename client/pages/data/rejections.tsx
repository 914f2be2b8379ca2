import type { QuarantineItem } from "#shared/contract/admin.ts";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { formatInstant } from "../../format/dates.ts";
import { formatCount } from "../../format/numbers.ts";
import { t, translateIfKnown } from "../../i18n/translate.ts";
import { useQuarantine } from "../../queries/quarantine.ts";

/** `rejected` is how many there are, as far as known. */
export function Rejections({ rejected }: { rejected: number | undefined }) {
  const quarantine = useQuarantine(rejected);
  const total = quarantine.data?.pages[0]?.total ?? 0;
  return (
    <Panel
      title={t("data.rejections")}
      description={
        total > 0 ? t("data.rejectionsTotal", { count: formatCount(total) }, total) : undefined
      }
    >
      <QueryBoundary
        query={quarantine}
        size="chart"
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={
          <EmptyState
            icon="check"
            title={t("data.rejectionsNone")}
            text={t("data.rejectionsNoneText")}
          />
        }
      >
        {({ pages }) => (
          <>
            <DataTable
              caption={t("data.rejections")}
              rows={pages.flatMap(({ items }) => items)}
              keyOf={({ sequence }) => `${sequence}`}
              columns={columns}
            />
            {quarantine.hasNextPage && (
              <button
                type="button"
                className="button"
                disabled={quarantine.isFetchingNextPage}
                onClick={() => quarantine.fetchNextPage()}
              >
                {t("action.more")}
              </button>
            )}
          </>
        )}
      </QueryBoundary>
    </Panel>
  );
}

const columns = [
  {
    key: "message",
    header: t("data.column.message"),
    cell: ({ message }: QuarantineItem) => message,
  },
  {
    key: "field",
    header: t("data.column.field"),
    cell: ({ field }: QuarantineItem) => (field === "" ? "–" : <code>{field}</code>),
  },
  {
    key: "code",
    header: t("data.column.code"),
    cell: ({ code }: QuarantineItem) =>
      translateIfKnown(`rejection.${code}`) ?? <code>{code}</code>,
  },
  {
    key: "received",
    header: t("data.column.received"),
    cell: ({ receivedAt }: QuarantineItem) => (
      <time dateTime={receivedAt}>{formatInstant(receivedAt)}</time>
    ),
  },
  {
    key: "record",
    header: t("data.column.record"),
    cell: ({ record }: QuarantineItem) =>
      record === null ? (
        <span className="muted">{t("data.noRecord")}</span>
      ) : (
        <details>
          <summary>{t("data.showRecord")}</summary>
          <pre className="record">{JSON.stringify(record, null, 2)}</pre>
        </details>
      ),
  },
];
