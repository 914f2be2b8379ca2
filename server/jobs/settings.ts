/** New settings. Another zone has other calendar days: all sums are written anew, in the same transaction. */
import type { Settings, SettingsPatch } from "#shared/contract/settings.ts";
import type { WriteStore } from "../store/store.ts";
import { rebuild } from "./rebuild.ts";

/** `dayOf` gives the days of the settings that hold when it is called. */
export function patchSettings(
  store: WriteStore,
  patch: SettingsPatch,
  dayOf: () => (at: number) => number,
): void {
  const before = store.settings();
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const after: Settings = { ...before, ...Object.fromEntries(given) };
  store.putSettings(after);
  if (after.reportingZone !== before.reportingZone) rebuild(store, dayOf());
}
