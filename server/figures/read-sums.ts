/** Reads what a metric needs out of a snapshot: sums of facts, and count records beside them. */
import { type MetricName, metricList } from "#shared/metric-list.ts";
import { type Dimension, EVENTS_SOURCE, UNKNOWN } from "#shared/vocabulary.ts";
import type { CellField } from "../fold/facts.ts";
import { familyOf } from "../metrics/families.ts";
import {
  ANY,
  type CountNeed,
  type CountRow,
  type FactNeed,
  type FactRow,
  type Family,
  type Question,
  type Sums,
} from "../metrics/family.ts";
import {
  type CountKeyField,
  type CountRecord,
  countKeyFields,
  type FigureSource,
  type SumQuery,
} from "../store/store.ts";
import { readTogether } from "./read-together.ts";
import type { Reading } from "./selection.ts";

export function readSums(snapshot: FigureSource, question: Question, reading: Reading): Sums {
  return readNeeds(snapshot, familyOf(question).needs(question), question.metric, reading);
}

/** `metric` says which dimensions only its numerator has. */
export function readNeeds(
  snapshot: FigureSource,
  needs: ReturnType<Family["needs"]>,
  metric: MetricName,
  reading: Reading,
): Sums {
  const numeratorOnly: readonly Dimension[] = metricList[metric].numeratorOnly;
  const { sums } = readTogether(snapshot, queriesOfNeeds(needs, metric, reading));
  const facts = needs.facts.map((need) =>
    hasEvents(reading) ? readFacts(sums, need, reading, missingIn(need, metric)) : [],
  );
  const counts =
    needs.counts === null ? [] : readCounts(snapshot, needs.counts, reading, numeratorOnly);
  return { facts, counts };
}

/** What `readSums` asks the store for. */
export function queriesOf(question: Question, reading: Reading): SumQuery[] {
  return queriesOfNeeds(familyOf(question).needs(question), question.metric, reading);
}

function queriesOfNeeds(
  { facts }: ReturnType<Family["needs"]>,
  metric: MetricName,
  reading: Reading,
): SumQuery[] {
  if (!hasEvents(reading)) return [];
  return facts.map((need) => queryOf(need, reading, missingIn(need, metric)));
}

function hasEvents({ filters }: Reading): boolean {
  return filters.source?.includes(EVENTS_SOURCE) ?? true;
}

/** The dimensions that the facts of this need do not have. */
function missingIn({ numerator }: FactNeed, metric: MetricName): readonly Dimension[] {
  return numerator ? [] : metricList[metric].numeratorOnly;
}

/** Where sums come from, `events` first. */
export function sourcesOf(all: readonly Sums[]): string[] {
  const counts = all.flatMap((sums) => sums.counts.map(({ source }) => source));
  const withFacts = all.some(({ facts }) => facts.some((rows) => rows.length > 0));
  return [...(withFacts ? [EVENTS_SOURCE] : []), ...new Set(counts.toSorted())];
}

function readFacts(
  sums: FigureSource["sums"],
  need: FactNeed,
  reading: Reading,
  without: readonly Dimension[],
): FactRow[] {
  const rows = sums(queryOf(need, reading, without));
  const isOwn = ownFields(without);
  const own = reading.by.filter(isOwn);
  const places = reading.by.map((name) => (isOwn(name) ? own.indexOf(name) : name));
  type Values = readonly string[];
  let [known, group, fields]: [Values, Values, Values] = [[], [], []];
  return rows.map(({ key, day, x, n }) => {
    // Rows of one key come one after the other, with the same object.
    if (key !== known) {
      known = key;
      group = places.map((place) =>
        typeof place === "number" ? (key[place] ?? "") : place === "source" ? EVENTS_SOURCE : ANY,
      );
      fields = key.slice(own.length);
    }
    return { group, fields, day, x, n };
  });
}

/** What the store is asked for a need; `without` are dimensions that these facts do not have. */
function queryOf(
  need: FactNeed,
  { by, filters, starts }: Reading,
  without: readonly Dimension[],
): SumQuery {
  const isOwn = ownFields(without);
  const narrowed = Object.entries(filters).filter(([name]) => isOwn(name as Dimension));
  return {
    kind: need.kind,
    by: [...by.filter(isOwn), ...(need.fields ?? [])],
    filters: { ...Object.fromEntries(narrowed), ...need.only },
    from: need.from,
    to: need.to,
    withEarlier: need.withEarlier ?? false,
    withX: need.withX ?? false,
    bothWithin: need.bothWithin ?? false,
    ...daysOf(need, starts),
    ...(need.belowX === undefined ? {} : { belowX: need.belowX }),
    ...(need.endedBy === undefined ? {} : { endedBy: need.endedBy }),
    ...(need.openAfter === undefined ? {} : { openAfter: need.openAfter }),
  };
}

function ownFields(without: readonly Dimension[]) {
  return (name: Dimension): name is Dimension & CellField =>
    name !== "source" && !without.includes(name);
}

/** How days are told apart; one bucket alone is the whole range. */
function daysOf(
  { perBucket, wholeRange }: FactNeed,
  starts: Reading["starts"],
): Pick<SumQuery, "starts" | "wholeRange"> {
  if (wholeRange || (perBucket && starts.length === 1)) return { wholeRange: true };
  return perBucket ? { starts } : {};
}

function readCounts(
  snapshot: FigureSource,
  need: CountNeed,
  { by, filters }: Reading,
  numeratorOnly: readonly Dimension[],
): CountRow[] {
  // Count records say neither how nor why: their method and reason are unknown.
  const unsaid = (["method", "reason"] as const).filter((name) => !numeratorOnly.includes(name));
  if (unsaid.some((name) => filters[name] !== undefined && !filters[name].includes(UNKNOWN)))
    return [];
  const isKey = (name: string): name is CountKeyField =>
    countKeyFields.some((field) => field === name);
  const narrowed = Object.fromEntries(Object.entries(filters).filter(([name]) => isKey(name)));
  const records = snapshot.counts({
    having: need.having,
    filters: need.question === undefined ? narrowed : { ...narrowed, question: [need.question] },
    from: need.from,
    to: need.to,
  });
  // Where a filter asks how or why people left, no withdrawal of a record is known to be meant.
  const inNumerator = numeratorOnly.every((name) => filters[name]?.includes(UNKNOWN) ?? true);
  return records.map((record) => {
    const group = by.map((name) => (isKey(name) ? record.key[name] : UNKNOWN));
    const denominatorGroup = group.map((value, i) => {
      const name = by[i];
      return name !== undefined && numeratorOnly.includes(name) ? ANY : value;
    });
    const { day, numbers, scores } = record;
    const { source } = record.key;
    return {
      group,
      denominatorGroup,
      inNumerator,
      source,
      key: keyOf(record),
      day,
      numbers,
      scores,
    };
  });
}

function keyOf({ key }: CountRecord): string {
  return countKeyFields.map((field) => key[field]).join("|");
}
