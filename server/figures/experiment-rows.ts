/** Reads what belongs to one experiment out of a snapshot: facts by arm and day, and count records turned into the same rows. */
import { EVENTS_SOURCE } from "#shared/vocabulary.ts";
import type { ArmRow } from "../experiments/rows.ts";
import type { CellField, FactKind } from "../fold/facts.ts";
import type { CountRecord, Snapshot } from "../store/store.ts";

/** Days since 1970. Exposures count from `from` to `exposuresTo`, what follows from them to `asOf`. */
export interface ExperimentScope {
  slug: string;
  purposes: readonly string[];
  channels: readonly string[];
  from: number;
  exposuresTo: number;
  asOf: number;
}

interface Wanted {
  fields?: readonly CellField[];
  only?: { readonly [Field in CellField]?: readonly string[] };
  withX?: boolean;
  wholeRange?: boolean;
  to?: number;
}

/** Facts of one kind. Purposes and channels narrow all but answers, which name the experiment by themselves. */
export function readFacts(
  snapshot: Snapshot,
  scope: ExperimentScope,
  kind: FactKind,
  { fields = [], only = {}, withX = false, wholeRange = false, to = scope.asOf }: Wanted,
): ArmRow[] {
  const own = ["variant", "purpose", "notice", ...fields] as const;
  const narrowed = kind.startsWith("answer") ? {} : narrowing(scope);
  const rows = snapshot.sums({
    kind,
    by: [...new Set(own)],
    filters: { experiment: [scope.slug], ...narrowed, ...only },
    from: scope.from,
    to,
    withX,
    wholeRange,
  });
  const names = [...new Set(own)];
  return rows.map(({ key, day, x, n }) => {
    const values: Record<string, string> = {};
    for (const [i, name] of names.entries()) values[name] = key[i] ?? "";
    const stratum = `${values.purpose}|${values.notice}`;
    return { variant: key[0] ?? "", day, fields: values, stratum, x, n, source: EVENTS_SOURCE };
  });
}

export function readCountRecords(snapshot: Snapshot, scope: ExperimentScope): CountRecord[] {
  const all = snapshot.counts({
    filters: { experiment: [scope.slug] },
    having: [],
    from: scope.from,
    to: scope.asOf,
  });
  const { purposes = null, channels = null } = listsOf(scope);
  return all.filter(
    ({ key, scores }) =>
      scores !== null ||
      ((purposes === null || purposes.includes(key.purpose)) &&
        (channels === null || channels.includes(key.channel))),
  );
}

/** A count record as rows by outcome; without decisions the outcome of those shown is not known, and is none of them. */
export function exposureRows(records: readonly CountRecord[], to: number): ArmRow[] {
  return records.flatMap((record) => {
    const { shown, granted, declined, dismissed = 0 } = record.numbers;
    if (shown === undefined || record.day > to) return [];
    if (granted === undefined || declined === undefined) {
      return [rowOf(record, "not_reported", shown)];
    }
    const silent = Math.min(dismissed, shown - granted - declined);
    return [
      rowOf(record, "granted", granted),
      rowOf(record, "declined", declined),
      rowOf(record, "dismissed", silent),
      rowOf(record, "none", shown - granted - declined - silent),
    ];
  });
}

export function decisionRows(records: readonly CountRecord[]): ArmRow[] {
  return records.flatMap((record) => {
    const { granted, declined } = record.numbers;
    if (granted === undefined || declined === undefined) return [];
    return [rowOf(record, "granted", granted), rowOf(record, "declined", declined)];
  });
}

/** Answers by score. */
export function answerRows(records: readonly CountRecord[]): ArmRow[] {
  return records.flatMap((record) => {
    const boxes = record.key.question === "understanding" ? (record.scores ?? []) : [];
    return boxes.map((n, box) => ({
      ...rowOf(record, "none", n),
      fields: { ...record.key, scale: String(boxes.length) },
      x: box + 1,
    }));
  });
}

function rowOf({ key, day }: CountRecord, outcome: string, n: number): ArmRow {
  const fields = { ...key, outcome, method: "unknown" };
  const stratum = `${key.purpose}|${key.notice}`;
  return { variant: key.variant, day, fields, stratum, x: 0, n, source: key.source };
}

function narrowing(scope: ExperimentScope) {
  const { purposes, channels } = listsOf(scope);
  return {
    ...(purposes === undefined ? {} : { purpose: purposes }),
    ...(channels === undefined ? {} : { channel: channels }),
  };
}

/** Empty lists mean all. */
function listsOf({ purposes, channels }: ExperimentScope) {
  return {
    ...(purposes.length === 0 ? {} : { purposes }),
    ...(channels.length === 0 ? {} : { channels }),
  };
}
