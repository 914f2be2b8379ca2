/** The settings as typed, and what is wrong with them. */
import type { Settings } from "#shared/contract/settings.ts";
import { isTimeZone } from "#shared/zone.ts";
import { parseTyped, percentOf, shareOf } from "../../format/typed.ts";
import { t } from "../../i18n/translate.ts";

export type SettingsDraft = { [Name in keyof Settings]: string };
export type SettingsProblems = { [Name in keyof Settings]: string | null };

export function draftOf(settings: Settings): SettingsDraft {
  return {
    k: `${settings.k}`,
    reportingZone: settings.reportingZone,
    smallestEffect: percentOf(settings.smallestEffect),
    smallestEffectEarlyWithdrawal: percentOf(settings.smallestEffectEarlyWithdrawal),
    followUpWeeks: `${settings.followUpWeeks}`,
    retentionMonths: `${settings.retentionMonths ?? ""}`,
  };
}

/** Of a draft without problems. */
export function settingsOf(draft: SettingsDraft): Settings {
  return {
    k: parseTyped(draft.k) ?? 0,
    reportingZone: draft.reportingZone.trim(),
    smallestEffect: shareOf(parseTyped(draft.smallestEffect) ?? 0),
    smallestEffectEarlyWithdrawal: shareOf(parseTyped(draft.smallestEffectEarlyWithdrawal) ?? 0),
    followUpWeeks: parseTyped(draft.followUpWeeks) ?? 0,
    retentionMonths: parseTyped(draft.retentionMonths),
  };
}

export function problemsOf(draft: SettingsDraft): SettingsProblems {
  const isPart = (text: string) => {
    const value = parseTyped(text) ?? 0;
    return value > 0 && value < 100;
  };
  const effect = t("settings.effectRule");
  return {
    k: isWhole(draft.k, 1, 1000) ? null : t("settings.kRule"),
    reportingZone: isTimeZone(draft.reportingZone.trim()) ? null : t("settings.zoneRule"),
    smallestEffect: isPart(draft.smallestEffect) ? null : effect,
    smallestEffectEarlyWithdrawal: isPart(draft.smallestEffectEarlyWithdrawal) ? null : effect,
    followUpWeeks: isWhole(draft.followUpWeeks, 4, 104) ? null : t("settings.weeksRule"),
    retentionMonths:
      draft.retentionMonths.trim() === "" || isWhole(draft.retentionMonths, 1, 1200)
        ? null
        : t("settings.retentionRule"),
  };
}

/** Whether raw events would go that are kept now. */
export function dropsMore(before: Settings, after: Settings): boolean {
  const [kept, wanted] = [before, after].map(
    ({ retentionMonths }) => retentionMonths ?? Number.POSITIVE_INFINITY,
  );
  return (wanted ?? 0) < (kept ?? 0);
}

function isWhole(text: string, min: number, max: number): boolean {
  const value = parseTyped(text);
  return value !== null && Number.isInteger(value) && value >= min && value <= max;
}
