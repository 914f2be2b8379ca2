/** The weeks on either side of a change as dates: a verdict names them by their Mondays. */
import { formatDay, parseDay } from "#shared/days.ts";
import { formatRange } from "../../format/dates.ts";

const TO_SUNDAY = 6;

/** From the first Monday to the last Sunday; null where there are none. */
export function weeksText(firstMonday: string | null, lastMonday: string | null): string | null {
  if (firstMonday === null || lastMonday === null) return null;
  return formatRange(firstMonday, formatDay((parseDay(lastMonday) ?? 0) + TO_SUNDAY));
}
