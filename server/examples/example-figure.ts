/** The worked example of a metric: made-up events, folded and answered by the very code that answers real questions. */
import type {
  Example,
  ExamplePerson,
  ExampleQuery,
  ExampleRole,
} from "#shared/contract/definition.ts";
import type { Estimate } from "#shared/contract/metric.ts";
import { parseDay } from "#shared/days.ts";
import { type MetricName, metricList } from "#shared/metric-list.ts";
import { restatementNames, restatements } from "#shared/restatements.ts";
import { builtInQuestions } from "#shared/vocabulary.ts";
import { daysOfZone } from "#shared/zone.ts";
import { buildMetricAnswer, type MetricRequest } from "../figures/metric-figure.ts";
import type { ConsentEvent } from "../fold/event.ts";
import { accumulate, type Facts } from "../fold/facts.ts";
import { fold } from "../fold/fold.ts";
import { eventNormalizer } from "../ingest/normalize.ts";
import { answersTo } from "./answers.ts";
import { asking } from "./asking.ts";
import { consents } from "./consents.ts";
import { type ExampleSet, eventsOf, type Happening } from "./example-set.ts";
import { factsSource } from "./facts-source.ts";
import { leaving } from "./leaving.ts";

type Question = MetricRequest["question"];

const CONFIDENCE = 0.95;
/** What `survey_score` is asked about: a question without a meaning of its own. */
const OWN_QUESTION = "clarity";

interface Worked {
  asOf: string;
  query: ExampleQuery;
  people: { name: string; events: readonly Happening[]; why: string }[];
}

const worked: { readonly [Metric in MetricName]: () => Worked } = {
  opt_in_rate: () => pick(asking, "opt_in_rate"),
  opt_in_yield: () => pick(asking, "opt_in_yield"),
  no_choice_rate: () => pick(asking, "no_choice_rate"),
  active_consents: () => pick(consents, "active_consents"),
  net_change: () => pick(consents, "net_change"),
  consent_coverage: () => pick(consents, "consent_coverage"),
  withdrawal_rate: () => pick(consents, "withdrawal_rate"),
  consent_retention: () => pick(consents, "consent_retention"),
  early_withdrawal_rate: () => pick(consents, "early_withdrawal_rate"),
  understanding: () => pick(answersTo("understanding"), "understanding"),
  trust: () => pick(answersTo("trust"), "trust"),
  benefit: () => pick(answersTo("benefit"), "benefit"),
  control: () => pick(answersTo("control"), "control"),
  survey_score: () => pick(answersTo(OWN_QUESTION), "survey_score"),
  informed_opt_in_rate: () => pick(answersTo("understanding"), "informed_opt_in_rate"),
  opt_out_effort: () => pick(leaving, "opt_out_effort"),
  opt_out_completion: () => pick(leaving, "opt_out_completion"),
};

function pick<Metric extends MetricName>(set: ExampleSet<Metric>, metric: Metric): Worked {
  const { asOf, from, queries } = set;
  const query: ExampleQuery = { from, to: asOf, ...queries?.[metric] };
  const people = set.people.map(({ name, events, why }) => ({ name, events, why: why[metric] }));
  return { asOf, query, people };
}

export function buildExample(metric: MetricName): Example {
  const { asOf, query, people } = worked[metric]();
  const events = eventsOf(people);
  const factsOf = folded(events, asOf);
  const all: Facts = new Map();
  for (const { name } of people) accumulate(all, factsOf(name), 1);
  const asked = questionOf(metric, asOf, query);
  const whole = buildMetricAnswer(factsSource(all), requestOf(asked));
  // Alone, somebody who answered on another scale would be asked on theirs.
  const alone = { ...asked, scale: whole.scale ?? null };
  const others = metric === "opt_in_rate" ? restatementNames : [];
  return {
    query,
    asOf,
    unit: metricList[metric].unit,
    events,
    people: people.map(({ name, why }): ExamplePerson => {
      const { n, count, value } = estimateOf(factsOf(name), alone);
      const added = count ?? value ?? 0;
      return { subject: name, role: roleOf(metric, n, added), n, count: added, why };
    }),
    answer: estimateOf(all, asked),
    restated: others.map((as) => {
      return { as, restatement: restatements[as], figure: estimateOf(all, { ...asked, as }) };
    }),
  };
}

/** Name → the facts of that person's events. */
function folded(events: Example["events"], asOf: string): (name: string) => Facts {
  const normalize = eventNormalizer(() => Date.parse(asOf));
  const bySubject = new Map<string, ConsentEvent[]>();
  for (const sent of events) {
    const normalized = normalize(sent);
    if ("fault" in normalized) throw new Error(`example: ${normalized.fault.message}`);
    const own = bySubject.get(normalized.subject) ?? [];
    bySubject.set(normalized.subject, [...own, normalized.event]);
  }
  return (name) => fold(bySubject.get(name) ?? [], daysOfZone("UTC"));
}

function questionOf(metric: MetricName, asOf: string, query: ExampleQuery): Question {
  return {
    metric,
    from: dayOf(query.from),
    to: dayOf(query.to),
    asOf: dayOf(asOf),
    confidence: CONFIDENCE,
    stat: statOf(metric),
    day: Number(query.day ?? 0),
    question: query.question ?? null,
    scale: null,
  };
}

function requestOf(question: Question): MetricRequest {
  return { question, by: [], filters: {}, grain: "total", compare: null };
}

function estimateOf(facts: Facts, question: Question): Estimate {
  const total = buildMetricAnswer(factsSource(facts), requestOf(question)).series[0]?.total;
  if (total === undefined || total.suppressed) throw new Error(`no example of ${question.metric}`);
  return total;
}

function statOf(metric: MetricName): "top_two" | "time" | null {
  if (metric === "opt_out_effort") return "time";
  const scored: readonly string[] = [...builtInQuestions, "survey_score", "informed_opt_in_rate"];
  return scored.includes(metric) ? "top_two" : null;
}

function dayOf(text: string): number {
  return parseDay(text) ?? Number.NaN;
}

/** Of retention those who stay are above the line; effort divides one group by another, which may be the same people. */
function roleOf(metric: MetricName, n: number, count: number): ExampleRole {
  if (metric === "opt_out_effort") {
    if (n > 0 && count > 0) return "both";
    return n > 0 ? "numerator" : count > 0 ? "denominator" : "neither";
  }
  const counts = metric === "consent_retention" ? n > count : count !== 0;
  if (counts) return "numerator";
  return n > 0 ? "denominator" : "neither";
}
