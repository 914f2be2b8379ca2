/** New versions of the notice that the data show and no change names. */
import type { Change } from "#shared/contract/change.ts";
import type { Proposal, ProposalsAnswer } from "#shared/contract/proposal.ts";
import { formatDay, parseDay } from "#shared/days.ts";
import { NONE, UNKNOWN } from "#shared/vocabulary.ts";
import type { Snapshot } from "../store/store.ts";

const EVERY_DAY = { from: -1_000_000, to: 1_000_000 };
/** What is there from the beginning was not begun then. */
const FIRST_DAYS = 14;
const NEAR_DAYS = 7;

/** People shown a notice: by day, and by what it asked for and where. */
interface Shown {
  days: Map<number, number>;
  purposes: Map<string, number>;
  channels: Map<string, number>;
}

export function buildProposals(snapshot: Snapshot, asOf: number | null): ProposalsAnswer {
  const { k } = snapshot.settings();
  const changes = snapshot.records("change");
  const known = new Set([
    NONE,
    UNKNOWN,
    ...changes.map(({ notice }) => notice),
    ...snapshot.records("reply").flatMap(({ to, about }) => (to === "new_notice" ? [about] : [])),
  ]);
  const notices = readNotices(snapshot);
  const days = [...notices.values()].flatMap((shown) => [...shown.days.keys()]);
  const begin = days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const proposals = [...notices].flatMap(([notice, shown]): Proposal[] => {
    const first = firstDayOf(shown, k);
    if (known.has(notice) || first === null || first < begin + FIRST_DAYS) return [];
    return [
      {
        notice,
        firstDay: formatDay(first),
        purposes: namesOf(shown.purposes, k),
        channels: namesOf(shown.channels, k),
        near: nearest(changes, first),
      },
    ];
  });
  return {
    proposals: proposals.toSorted((a, b) => (a.firstDay < b.firstDay ? 1 : -1)),
    asOf: asOf === null ? null : formatDay(asOf),
  };
}

function readNotices(snapshot: Snapshot): Map<string, Shown> {
  const notices = new Map<string, Shown>();
  const add = (notice: string, purpose: string, channel: string, day: number, n: number): void => {
    const empty = { days: new Map(), purposes: new Map(), channels: new Map() };
    const shown = notices.get(notice) ?? empty;
    notices.set(notice, shown);
    raise(shown.days, day, n);
    raise(shown.purposes, purpose, n);
    raise(shown.channels, channel, n);
  };
  const by = ["notice", "purpose", "channel"] as const;
  for (const { key, day, n } of snapshot.sums({ kind: "exposure", by, filters: {}, ...EVERY_DAY }))
    add(key[0] ?? "", key[1] ?? "", key[2] ?? "", day, n);
  for (const { key, day, numbers } of snapshot.counts({
    having: ["shown"],
    filters: {},
    ...EVERY_DAY,
  }))
    add(key.notice, key.purpose, key.channel, day, numbers.shown ?? 0);
  return notices;
}

/** The day on which the k-th person saw it: earlier ones are few, and may be those who tried it out. */
function firstDayOf({ days }: Shown, k: number): number | null {
  let seen = 0;
  for (const [day, n] of [...days].toSorted(([a], [b]) => a - b)) {
    seen += n;
    if (seen >= k) return day;
  }
  return null;
}

function namesOf(people: ReadonlyMap<string, number>, k: number): string[] {
  return [...people]
    .filter(([name, n]) => n >= k && name !== UNKNOWN)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name]) => name);
}

function nearest(changes: readonly Change[], day: number): Proposal["near"] {
  const distance = ({ date }: Change) => Math.abs((parseDay(date) ?? 0) - day);
  const [one] = changes
    .filter((change) => change.notice === null && distance(change) <= NEAR_DAYS)
    .toSorted((a, b) => distance(a) - distance(b));
  return one === undefined ? null : { id: one.id, title: one.title };
}

function raise(sums: Map<unknown, number>, name: unknown, n: number): void {
  sums.set(name, (sums.get(name) ?? 0) + n);
}
