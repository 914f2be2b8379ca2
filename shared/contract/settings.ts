/** What an installation decides for itself, once for all figures. */
import { z } from "zod";
import { isTimeZone } from "../zone.ts";
import { integer } from "./fields.ts";

export interface SettingsAnswer {
  /** A cell whose denominator holds fewer facts is hidden; 1 shows all. */
  k: number;
  /** The time zone whose calendar days all figures use. */
  reportingZone: string;
}

/** What is left out stays as it is. */
export const settingsPatch = z
  .strictObject({
    k: integer(1, 1000),
    reportingZone: z.string().refine(isTimeZone, {
      message: "a time zone such as UTC or Europe/Berlin",
      params: { code: "unknown_value" },
    }),
  })
  .partial();
export type SettingsPatch = z.output<typeof settingsPatch>;
