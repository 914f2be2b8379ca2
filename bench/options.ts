/** The command line: how many events, which questions, where to write. */
import { parseArgs } from "node:util";

export interface Options {
  events: number;
  days: number;
  rounds: number;
  /** Where to write the measurements as JSON; null for nowhere. */
  json: string | null;
  isShort: boolean;
  /** The one question to ask; null for all. */
  only: string | null;
}

const SHORT = { events: 10_000, days: 400, rounds: 1 };
const LONG = { days: 1096, rounds: 5 };

/** Throws with one sentence where a value makes no sense. */
export function parseOptions(args: string[], questions: readonly string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      events: { type: "string" },
      json: { type: "string" },
      only: { type: "string" },
      short: { type: "boolean", default: false },
    },
  });
  const isShort = values.short;
  const events = Number(values.events ?? (isShort ? SHORT.events : 1e6));
  if (!Number.isInteger(events) || events < 1e4 || events > 1e9)
    throw new Error(`--events is ${values.events}, but has to be a whole number from 1e4 to 1e9`);
  const only = values.only ?? null;
  if (only !== null && !questions.includes(only))
    throw new Error(`--only is ${only}, but has to be one of ${questions.join(", ")}`);
  return { ...(isShort ? SHORT : LONG), events, json: values.json ?? null, isShort, only };
}
