/**
 * Whether the sums kept are those of the facts and the ledger. Each place (a series in one span) is compared by two numbers, so that
 * memory does not grow with the facts; only places that differ are looked into.
 */
import { NONE } from "#shared/vocabulary.ts";
import type { FactKind, FactSink } from "../../../fold/facts.ts";
import type { SumsCheck } from "../../store.ts";
import type { Connection } from "../open.ts";
import type { Terms } from "../terms.ts";
import { chunkReader } from "./chunks.ts";
import { addUp, at, columnNames, type FactRows, fromFlat, joined, splitBy } from "./fact-rows.ts";
import { FactWriter } from "./fact-writer.ts";
import { Fingerprints } from "./fingerprints.ts";
import { ledgerRows } from "./ledger.ts";
import { firstPlaceOf, kindOf, seriesIn, spansIn } from "./places.ts";
import { projected, projections, stretchOf } from "./projections.ts";
import { FlatFacts, tailTable } from "./tail.ts";

/** So many places that differ are looked into. */
const LOOKED_INTO = 3;
const SHOWN = 5;
/** So many facts are turned into columns at once. */
const AT_ONCE = 1 << 16;
/** Ids of terms that no fact kept has. */
const UNKNOWN_FROM = 1 << 28;

export function checkSums(db: Connection, terms: Terms, fold: (sink: FactSink) => void): SumsCheck {
  const chunks = chunkReader(db);
  const names = namesBeside(terms);
  const tail = new FlatFacts();
  tailTable(db).readAfter(0, tail);
  const late = byPlace(fromFlat(tail.flat()));
  const kept = new Fingerprints();
  const found: string[] = [];
  let [facts, count] = [0, 0];

  const inChunks = (place: string, projection: number): FactRows => {
    const [series, span] = partsOf(place);
    return addUp(joined(chunks.inPlace(series, span, projection).map(chunks.rowsOf)));
  };
  const whole = (place: string): FactRows =>
    addUp(joined([inChunks(place, 0), late.get(place) ?? joined([])]));
  const compare = (own: FactRows, should: FactRows): void => {
    const differing = addUp(joined([should, negated(own)]));
    count += differing.rows;
    for (let row = 0; row < Math.min(SHOWN, differing.rows); row += 1) {
      found.push(sentenceOf(differing, row, names.textOf));
    }
  };

  const inFull = chunks.places(0);
  for (const { series, span } of inFull) {
    const place = nameOf(series, span);
    late.set(place, late.get(place) ?? joined([]));
  }
  for (const projection of projections.filter(({ id }) => id !== 0)) {
    const stretches = Map.groupBy(inFull, ({ series, span }) =>
      nameOf(series, stretchOf(span, projection)),
    );
    for (const { series, span } of chunks.places(projection.id)) {
      const place = nameOf(series, span);
      stretches.set(place, stretches.get(place) ?? []);
    }
    for (const [place, spans] of stretches) {
      const [series] = partsOf(place);
      const all = joined(spans.map((one) => inChunks(nameOf(one.series, one.span), 0)));
      const kind = names.textOf(kindOf(series)) as FactKind;
      const should = projected(all, kind, projection, terms.find("experiment", NONE));
      compare(inChunks(place, projection.id), joined(should));
    }
  }
  for (const place of late.keys()) {
    const rows = whole(place);
    facts += rows.rows;
    kept.add(place, rows);
  }

  const folded = new Fingerprints();
  const eachFolded = (take: (place: string, rows: FactRows) => void): void => {
    eachPart(fold, names.idOf, take);
    for (const rows of ledgerRows(db)) for (const part of byPlace(rows)) take(...part);
  };
  eachFolded((place, rows) => folded.add(place, rows));
  const others = kept.differing(folded);
  const closer = new Map(others.slice(0, LOOKED_INTO).map((place) => [place, [] as FactRows[]]));
  if (closer.size > 0) eachFolded((place, rows) => closer.get(place)?.push(rows));
  for (const [place, should] of closer) compare(whole(place), addUp(joined(should)));
  count += others.length - closer.size;
  return { facts, differences: { count, first: found.slice(0, SHOWN) } };
}

/** Ids of terms, and for those that are not registered others: nothing is written here. */
function namesBeside(terms: Terms) {
  const ids = new Map<string, number>();
  const texts: string[] = [];
  return {
    idOf(field: string, value: string): number {
      const known = terms.find(field, value) ?? ids.get(`${field}|${value}`);
      if (known !== undefined) return known;
      const id = UNKNOWN_FROM + texts.length;
      ids.set(`${field}|${value}`, id);
      texts.push(value);
      return id;
    },
    textOf: (id: number): string =>
      id >= UNKNOWN_FROM ? (texts[id - UNKNOWN_FROM] ?? "") : terms.valueOf(id),
  };
}

/** Folds, and hands on what comes of it in parts, each by place. */
function eachPart(
  fold: (sink: FactSink) => void,
  idOf: (field: string, value: string) => number,
  take: (place: string, rows: FactRows) => void,
): void {
  const flat = new FlatFacts();
  const writer = new FactWriter(idOf);
  const handOn = (): void => {
    for (const [place, rows] of byPlace(fromFlat(flat.flat()))) take(place, rows);
    flat.clear();
  };
  fold({
    take(...fact) {
      const { numbers, start } = flat.next();
      writer.fill(numbers, start, ...fact);
      if (flat.facts >= AT_ONCE) handOn();
    },
  });
  handOn();
}

function byPlace(facts: FactRows): Map<string, FactRows> {
  const parts = splitBy(facts, [seriesIn(facts), spansIn(facts)]);
  return new Map(
    parts.map((part) => {
      const { series, span } = firstPlaceOf(part);
      return [nameOf(series, span), part];
    }),
  );
}

function nameOf(series: number, span: number): string {
  return `${series}|${span}`;
}

function partsOf(place: string): [series: number, span: number] {
  const [series = 0, span = 0] = place.split("|").map(Number);
  return [series, span];
}

function negated({ rows, columns }: FactRows): FactRows {
  return {
    rows,
    columns: columns.map((column, c) => (c === at.n && column ? column.map((n) => -n) : column)),
  };
}

function sentenceOf({ columns }: FactRows, row: number, textOf: (id: number) => string): string {
  const values = columnNames.slice(0, at.day).map((_, c) => textOf(columns[c]?.[row] ?? 0));
  const [day, x, n = 0] = [at.day, at.x, at.n].map((c) => columns[c]?.[row] ?? 0);
  return `${[...values, day, x].join("|")}: the events make ${Math.abs(n)} ${n > 0 ? "more" : "fewer"} than is kept`;
}
