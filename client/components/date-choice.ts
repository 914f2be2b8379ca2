import { t } from "../i18n/translate.ts";

export interface DateChoice {
  from: string;
  to: string;
  /** Days up to the as-of day, where the dates are not given one by one. */
  last: number | null;
}

export function presetLabel(days: number): string {
  return days === 365 ? t("filter.lastYear") : t("filter.last", { count: days }, days);
}
