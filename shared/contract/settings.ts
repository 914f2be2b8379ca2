/** What an installation decides for itself, once for all figures. */
import { z } from "zod";
import { isTimeZone } from "../zone.ts";
import { integer } from "./fields.ts";

const share = z.number().refine((value) => value > 0 && value < 1, {
  message: "a share between 0 and 1, both left out",
  params: { code: "out_of_range" },
});

const fields = z.strictObject({
  /** A cell whose denominator holds fewer facts is hidden; 1 shows all. */
  k: integer(1, 1000),
  /** The time zone whose calendar days all figures use. */
  reportingZone: z.string().refine(isTimeZone, {
    message: "a time zone such as UTC or Europe/Berlin",
    params: { code: "unknown_value" },
  }),
  /** The size of an effect that matters, as a share: of every outcome but early withdrawal. */
  smallestEffect: share,
  smallestEffectEarlyWithdrawal: share,
  /** Weeks after a change until its verdict is final. */
  followUpWeeks: integer(4, 104),
  /** Raw events older than so many months are dropped; null keeps all. */
  retentionMonths: integer(1, 1200).nullable(),
});
export type Settings = z.output<typeof fields>;

/** What a new store is told; the rest begins with its defaults. */
export type FirstSettings = Pick<Settings, "k" | "reportingZone">;

/** What is left out stays as it is. */
export const settingsPatch = fields.partial();
export type SettingsPatch = z.output<typeof settingsPatch>;

export const defaultSettings: Settings = {
  k: 10,
  reportingZone: "UTC",
  smallestEffect: 0.03,
  smallestEffectEarlyWithdrawal: 0.01,
  followUpWeeks: 8,
  retentionMonths: null,
};
