/** A question to Candor → the SQL that counts the same over raw events, and the numbers that come out of its rows. */
import type { MetricName } from "../shared/metric-list.ts";
import { LAST_DAY } from "./generate.ts";
import { eventTypes, questions } from "./world.ts";

export type RawDimension =
  | "purpose"
  | "notice"
  | "channel"
  | "region"
  | "locale"
  | "generation"
  | "reason";

/** Days since 1970; `from` is a Monday. `filters` by the number of each value. */
export interface Ask {
  metric: MetricName;
  grain: "week" | "total";
  by: RawDimension | null;
  from: number;
  to: number;
  filters: { readonly [Name in RawDimension]?: readonly number[] };
}

const code = (type: (typeof eventTypes)[number]) => eventTypes.indexOf(type);
const [SHOWN, GRANTED, DECLINED] = [code("prompt_shown"), code("granted"), code("declined")];
const [STARTED, WITHDRAWN, ANSWER] = [
  code("withdrawal_started"),
  code("withdrawn"),
  code("survey_answered"),
];
/** Days that a fact must have been seen for. */
const OUTCOME_WAIT = 8;
const ATTEMPT_WAIT = 2;

/** Rows of group, first day of the bucket, denominator, numerator. */
export function flowSql(ask: Ask): string {
  switch (ask.metric) {
    case "opt_in_rate":
      return select(ask, `count(*), ${sumIf(`e.type = ${GRANTED}`)}`, "", [
        `e.type IN (${GRANTED}, ${DECLINED})`,
      ]);
    case "understanding":
    case "trust":
      return select(ask, `count(*), ${sumIf("e.score >= 4")}`, "", [
        `e.type = ${ANSWER}`,
        `e.question = ${questions.indexOf(ask.metric)}`,
      ]);
    case "informed_opt_in_rate":
      return select(
        ask,
        `count(*), ${sumIf("e.score >= 4")}`,
        `JOIN event g ON g.type = ${GRANTED} AND g.subject = e.subject AND g.purpose = e.purpose AND g.instant <= e.instant
         LEFT JOIN event w ON w.type = ${WITHDRAWN} AND ${sameAsked("w", "g")} AND w.instant <= e.instant`,
        [`e.type = ${ANSWER}`, "e.question = 0", "w.subject IS NULL"],
      );
    case "opt_in_yield":
      return withDecision(ask, sumIf(`d.type = ${GRANTED}`));
    case "no_choice_rate":
      return withDecision(ask, sumIf("d.type IS NULL"));
    case "early_withdrawal_rate":
      return withLater(waited(ask, OUTCOME_WAIT), GRANTED, sumIf("d.day - e.day <= 7"));
    case "opt_out_completion":
      return withLater(waited(ask, ATTEMPT_WAIT), STARTED, "count(d.day)");
    default:
      throw new Error(`${ask.metric} is no share of what belongs to a day`);
  }
}

/** Rows of group, day, spells opened and closed, from the beginning: what stands on each day follows. */
export function stockSql(ask: Ask): string {
  const counted = `${sumIf(`e.type = ${GRANTED}`)}, ${sumIf(`e.type = ${WITHDRAWN}`)}`;
  return `SELECT ${groupOf(ask)}, e.day, ${counted} FROM event e
    WHERE e.type IN (${GRANTED}, ${WITHDRAWN}) AND e.day <= ${ask.to}${narrowed(ask)} GROUP BY 1, 2`;
}

/** Rows of reason, its withdrawals. */
export function reasonSql(ask: Ask): string {
  return `SELECT e.reason, count(*) FROM event e
    WHERE e.type = ${WITHDRAWN} AND e.day BETWEEN ${ask.from} AND ${ask.to}${narrowed(ask)} GROUP BY 1`;
}

/** Rows of group, people ever asked for a purpose. */
export function askedSql(ask: Ask): string {
  return `SELECT k, count(*) FROM (SELECT ${groupOf(ask)} AS k, e.subject, e.purpose FROM event e
    WHERE e.type = ${SHOWN} AND e.day <= ${ask.to}${narrowed(ask)} GROUP BY 1, 2, 3) AS asked GROUP BY 1`;
}

/** Rows of group, grant day, length in days (−1 while open), spells. */
export function spellSql(ask: Ask): string {
  return `SELECT ${groupOf(ask)}, e.day, coalesce(w.day - e.day, -1), count(*) FROM event e
    LEFT JOIN event w ON w.type = ${WITHDRAWN} AND ${sameAsked("w", "e")}
    WHERE e.type = ${GRANTED} AND e.day BETWEEN ${ask.from} AND ${ask.to}${narrowed(ask)} GROUP BY 1, 2, 3`;
}

/** Rows of purpose, generation, grant day, length in days (−1 while open): one a spell, of the first purpose. */
export const eachSpellSql = `SELECT e.purpose, e.generation, e.day, coalesce(w.day - e.day, -1) FROM event e
  LEFT JOIN event w ON w.type = ${WITHDRAWN} AND ${sameAsked("w", "e")} WHERE e.type = ${GRANTED} AND e.purpose = 0`;

/** Rows of type, ms or steps, how often. */
export function effortSql(ask: Ask, column: "duration_ms" | "steps"): string {
  return `SELECT e.type, e.${column}, count(*) FROM event e
    WHERE e.type IN (${GRANTED}, ${WITHDRAWN}) AND e.day BETWEEN ${ask.from} AND ${ask.to}${narrowed(ask)}
    GROUP BY 1, 2`;
}

function select(ask: Ask, counted: string, joined: string, where: readonly string[]): string {
  const range = `e.day BETWEEN ${ask.from} AND ${ask.to}`;
  const bucket = ask.grain === "week" ? "e.day - ((e.day + 3) % 7)" : `${ask.from}`;
  return `SELECT ${groupOf(ask)}, ${bucket}, ${counted} FROM event e ${joined}
    WHERE ${[...where, range].join(" AND ")}${narrowed(ask)} GROUP BY 1, 2`;
}

function withDecision(given: Ask, count: string): string {
  const ask = waited(given, OUTCOME_WAIT);
  const joined = `LEFT JOIN event d ON d.type IN (${GRANTED}, ${DECLINED})
    AND d.day BETWEEN ${ask.from} AND ${ask.to + OUTCOME_WAIT} AND ${sameAsked("d", "e")}`;
  return select(ask, `count(*), ${count}`, joined, [`e.type = ${SHOWN}`]);
}

function withLater(ask: Ask, type: number, count: string): string {
  const joined = `LEFT JOIN event d ON d.type = ${WITHDRAWN}
    AND d.day BETWEEN ${ask.from} AND ${ask.to + OUTCOME_WAIT} AND ${sameAsked("d", "e")}`;
  return select(ask, `count(*), ${count}`, joined, [`e.type = ${type}`]);
}

function waited(ask: Ask, days: number): Ask {
  return { ...ask, to: Math.min(ask.to, LAST_DAY - days) };
}

const sumIf = (condition: string) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
const groupOf = ({ by }: Ask) => (by === null ? "0" : `e.${by}`);
/** Subject, purpose and notice: of those, everything happens at most once. */
function sameAsked(a: string, b: string): string {
  return `${a}.subject = ${b}.subject AND ${a}.purpose = ${b}.purpose AND ${a}.notice = ${b}.notice`;
}

function narrowed({ filters }: Ask): string {
  return Object.entries(filters)
    .map(([name, values]) => ` AND e.${name} IN (${values.join(", ")})`)
    .join("");
}
