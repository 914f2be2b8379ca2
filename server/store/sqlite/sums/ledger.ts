/** The ledger: facts of events that are kept no longer, to be added wherever all facts are. */
import type { Connection } from "../open.ts";
import { chunkReader } from "./chunks.ts";
import { type FactRows, fromFlat } from "./fact-rows.ts";
import { whole } from "./projections.ts";
import { FlatFacts, tailTable } from "./tail.ts";

/** In parts, so that memory does not grow with it. */
export function* ledgerRows(db: Connection): Iterable<FactRows> {
  const chunks = chunkReader(db, "ledger");
  for (const { series, span } of chunks.places(whole.id)) {
    for (const chunk of chunks.inPlace(series, span, whole.id)) yield chunks.rowsOf(chunk);
  }
  const tail = new FlatFacts();
  tailTable(db, "ledger").readAfter(0, tail);
  yield fromFlat(tail.flat());
}
