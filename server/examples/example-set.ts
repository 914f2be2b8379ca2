/** A few made-up people whose events show where a definition draws its lines. */
import type { ExampleEvent, ExampleQuery } from "#shared/contract/definition.ts";
import type { MetricName } from "#shared/metric-list.ts";

export interface ExampleSet<Metric extends MetricName> {
  /** The as-of day; the question is about `from` to this day unless it says so itself. */
  asOf: string;
  from: string;
  people: readonly Person<Metric>[];
  /** What a metric is asked with beyond the dates. */
  queries?: { readonly [Name in Metric]?: Partial<ExampleQuery> };
}

export interface Person<Metric extends MetricName> {
  name: string;
  events: readonly Happening[];
  /** Why the person counts where they do, by metric. */
  why: { readonly [Name in Metric]: string };
}

/** An event by its time of March 2026, written as day and hour, such as `02 09:00`; `02-20 09:00` is of February. */
export interface Happening {
  type: string;
  at: string;
  more: { readonly [field: string]: string | number };
}

export function on(at: string, type: string, more: Happening["more"] = {}): Happening {
  const [day = "", hour = ""] = at.split(" ");
  const date = day.length === 2 ? `2026-03-${day}` : `2026-${day}`;
  const seconds = hour.length === 5 ? `${hour}:00` : hour;
  return { type, at: `${date}T${seconds}Z`, more };
}

/** In order of time, numbered. */
export function eventsOf(
  people: readonly Pick<Person<never>, "name" | "events">[],
): ExampleEvent[] {
  return people
    .flatMap(({ name, events }) => events.map((event) => ({ ...event, subject: name })))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ type, at, subject, more }, i) => ({ id: `e-${i + 1}`, type, at, subject, ...more }));
}
