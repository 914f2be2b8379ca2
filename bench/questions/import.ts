/** What importing all events cost: whether it grew slower, how much memory the server took, how much room is taken. */
import type { Imported } from "../import.ts";
import { median } from "../measure.ts";
import { perSecond, type Row, ratioRow } from "../row.ts";

const GROWTH = { atLeast: 0.7 };
const BYTES_AN_EVENT = 100;
const RESIDENT_MB = 400;
const FLAT = { atMost: 1.25 };

export function importRows(imported: Imported, events: number): Row[] {
  const { early, late, timed, residentMb, bytes } = imported;
  const [at, n] = [2 * timed, timed].map((number) => number.toLocaleString("en"));
  const detail = `${perSecond(late)} against ${perSecond(early)} up to ${at} events; the last ${n} each`;
  const rows = [ratioRow("import", "rate at the end", GROWTH, [late, early], detail)];
  rows.push({
    question: "import",
    what: "room on disk an event",
    value: bytes / events,
    unit: "B",
    goal: { atMost: BYTES_AN_EVENT },
    detail: `${(bytes / 1e6).toFixed(0)} MB in all`,
  });
  if (residentMb.length === 0) return rows;
  const largest = Math.max(...residentMb);
  rows.push({
    question: "import",
    what: "server's memory, largest",
    value: largest,
    unit: "MB",
    goal: { atMost: RESIDENT_MB },
    detail: `${residentMb.length} samples`,
  });
  const half = Math.floor(residentMb.length / 2);
  const [first, second] = [median(residentMb.slice(0, half)), median(residentMb.slice(half))];
  const flat = `median ${second.toFixed(0)} MB in the second half, ${first.toFixed(0)} MB in the first`;
  rows.push(ratioRow("import", "server's memory, second half", FLAT, [second, first], flat));
  return rows;
}
