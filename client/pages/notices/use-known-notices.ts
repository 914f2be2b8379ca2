import type { QueryState } from "../../components/query-boundary.tsx";
import { useDimensions } from "../../queries/dimensions.ts";
import { useNotices } from "../../queries/notices.ts";
import { type KnownNotice, knownNotices } from "./known-notice.ts";

/** What is written down and what the data show, as one answer. */
export function useKnownNotices(): QueryState<KnownNotice[]> {
  const notices = useNotices();
  const dimensions = useDimensions();
  const isThere = notices.data !== undefined && dimensions.data !== undefined;
  return {
    data: isThere ? knownNotices(notices.data.notices, dimensions.data.dimensions) : undefined,
    error: notices.error ?? dimensions.error,
    refetch: () => Promise.all([notices.refetch(), dimensions.refetch()]),
  };
}
