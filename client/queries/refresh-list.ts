import type { Query, QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * Asks again for a list of records, then for what hangs on them: the queries whose first word is in `touched`. What asks
 * about a record that is gone is only known to be out of date: the page may still show it for a moment.
 */
export async function refreshList<List>(
  client: QueryClient,
  { queryKey }: { queryKey: QueryKey },
  touched: readonly string[],
  isOfGone: (list: List, asked: QueryKey) => boolean,
): Promise<void> {
  await client.invalidateQueries({ queryKey });
  const list = client.getQueryData<List>(queryKey);
  const isTouched = ({ queryKey: asked }: Query) => touched.includes(`${asked[0]}`);
  const isGone = ({ queryKey: asked }: Query) => list !== undefined && isOfGone(list, asked);
  await client.invalidateQueries({
    predicate: (query) => isTouched(query) && isGone(query),
    refetchType: "none",
  });
  await client.invalidateQueries({ predicate: (query) => isTouched(query) && !isGone(query) });
}
