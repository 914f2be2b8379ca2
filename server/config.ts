/** Start-up configuration: the environment, parsed once. A wrong value stops the start with one sentence. */
import { resolve } from "node:path";
import { z } from "zod";
import { isLoopback } from "#shared/loopback.ts";
import { isTimeZone } from "#shared/zone.ts";

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

function wholeNumber(min: number, max: number, fallback: number) {
  const rule = `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, rule)
    .transform(Number)
    .refine((value) => value >= min && value <= max, rule)
    .default(fallback);
}

const schema = z.object({
  PORT: wholeNumber(0, 65_535, 3000),
  HOST: z
    .string()
    .refine(
      isLoopback,
      "a loopback address (127.0.0.1, ::1 or localhost), since there is no log-in",
    )
    .default("127.0.0.1"),
  DATA_DIR: z.string().min(1, "a folder").default("data"),
  SEED: z.enum(["demo", "none"], "demo or none").optional(),
  AUTH: z.enum(["none"], "none, the only way of log-in so far").default("none"),
  MIN_CELL: wholeNumber(1, 1000, 10),
  REPORTING_ZONE: z
    .string()
    .refine(isTimeZone, "a time zone such as UTC or Europe/Berlin")
    .default("UTC"),
  LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(", ")}`).default("info"),
});

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** Whose data to serve: the demo world, one's own, or (null) one's own once begun, the demo world before. */
  seed: "demo" | "none" | null;
  minCell: number;
  reportingZone: string;
  logLevel: string;
}

/** Throws an error whose message is one sentence for the person who starts Candor. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    throw new Error(
      `${name} is "${environment[name]}", but has to be ${issue?.message}: set it right or leave it out.`,
    );
  }
  const { PORT, HOST, DATA_DIR, SEED, MIN_CELL, REPORTING_ZONE, LOG_LEVEL } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    seed: SEED ?? null,
    minCell: MIN_CELL,
    reportingZone: REPORTING_ZONE,
    logLevel: LOG_LEVEL,
  };
}
