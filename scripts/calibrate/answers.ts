// Survey answers, some of them of the same person: sums by week, and by pair of weeks.
import type { Random } from "../../seed/random.ts";
import type { PairCell } from "../../server/verdicts/panel.ts";
import { poisson } from "./draw.ts";

/** Who has answered answers again with this chance, so many weeks later. */
const AGAIN = 0.5;
const [SOONEST, LATEST] = [4, 10];
/** Share of answers that come from the person rather than the day. Two answers then correlate by its square. */
const PERSON = 0.6;

type Person = { bent: number; weeks: number[]; tops: number[] };

export type AnswerSums = { n: Float64Array; sum: Float64Array };

/** `expected` answers and `shares` of top ones by week; `pairs` takes what people answered twice. */
export function answersOf(
  random: Random,
  expected: ArrayLike<number>,
  shares: ArrayLike<number>,
  pairs: PairTally | null,
): AnswerSums {
  const weeks = expected.length;
  const waiting: Person[][] = Array.from({ length: weeks }, () => []);
  const sums = { n: new Float64Array(weeks), sum: new Float64Array(weeks) };
  for (let week = 0; week < weeks; week += 1) {
    const share = shares[week] ?? 0;
    const people = waiting[week] ?? [];
    const fresh = poisson(random, expected[week] ?? 0) - people.length;
    for (let i = 0; i < fresh; i += 1) people.push({ bent: random.next(), weeks: [], tops: [] });
    let total = 0;
    for (const person of people) {
      const own = random.next() < PERSON ? person.bent : random.next();
      const top = own < share ? 1 : 0;
      total += top;
      if (pairs !== null) {
        for (let i = 0; i < person.weeks.length; i += 1) {
          pairs.add(week, person.weeks[i] ?? 0, top, person.tops[i] ?? 0);
        }
      }
      if (random.next() >= AGAIN) continue;
      const next = week + random.integer(SOONEST, LATEST);
      if (next >= weeks) continue;
      person.weeks.push(week);
      person.tops.push(top);
      waiting[next]?.push(person);
    }
    sums.n[week] = people.length;
    sums.sum[week] = total;
    waiting[week] = [];
  }
  return sums;
}

/** Sums over pairs of answers of one person, by the weeks of both. */
export class PairTally {
  private readonly weeks: number;
  private readonly cells: Float64Array;

  constructor(weeks: number) {
    this.weeks = weeks;
    this.cells = new Float64Array(3 * weeks * weeks);
  }

  add(week: number, since: number, top: number, earlier: number): void {
    const at = 3 * (week * this.weeks + since);
    this.cells[at] = (this.cells[at] ?? 0) + 1;
    this.cells[at + 1] = (this.cells[at + 1] ?? 0) + top * earlier;
    this.cells[at + 2] = (this.cells[at + 2] ?? 0) + top + earlier;
  }

  pairs(dayOf: (week: number) => number): PairCell[] {
    const found: PairCell[] = [];
    for (let at = 0; at < this.cells.length; at += 3) {
      const [pairs = 0, products = 0, sums = 0] = this.cells.subarray(at, at + 3);
      const place = at / 3;
      const [week, since] = [Math.floor(place / this.weeks), place % this.weeks];
      if (pairs > 0) found.push({ week: dayOf(week), since: dayOf(since), pairs, products, sums });
    }
    return found;
  }
}
