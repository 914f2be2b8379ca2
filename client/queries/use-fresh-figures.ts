import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

/** What is computed from the events, and so is out of date once others have come. */
const computed = [
  ...["metric", "curve", "overview", "dimensions"],
  ...["verdict", "learned", "flags", "proposals"],
  ...["experiment-results", "experiment-plan"],
];

/** Marks every figure out of date when the version of the data has moved on; those on the page are asked for again. */
export function useFreshFigures(dataVersion: number | undefined): void {
  const client = useQueryClient();
  const seen = useRef(dataVersion);
  useEffect(() => {
    const isNew = seen.current !== undefined && seen.current !== dataVersion;
    seen.current = dataVersion;
    if (!isNew) return;
    void client.invalidateQueries({
      predicate: ({ queryKey }) => computed.includes(`${queryKey[0]}`),
    });
  }, [client, dataVersion]);
}
