/** After an update of Candor: sums that an earlier fold made are written anew, so that figures lack nothing. */
import { FOLD_VERSION } from "../fold/fold.ts";
import type { WriteStore } from "../store/store.ts";
import { rebuild } from "./rebuild.ts";

/** Whether there was anything to write anew. Must be part of one transaction: half of it would be wrong. */
export function refold(store: WriteStore, dayOf: (at: number) => number): boolean {
  if (store.foldVersion() === FOLD_VERSION) return false;
  store.putFoldVersion(FOLD_VERSION);
  if (store.subjects().length === 0) return false;
  rebuild(store, dayOf);
  return true;
}
