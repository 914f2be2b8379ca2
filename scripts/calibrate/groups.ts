// Who there is in a world: groups that a change reached or not, and generations within them.
import type { Random } from "../../seed/random.ts";
import { people } from "../../seed/worlds/demo-people.ts";
import type { Born } from "../../seed/worlds/world.ts";
import type { Offer } from "./scenario.ts";

export const borns = Object.keys(people.generations) as Born[];

/** Shares of all people; whether the change reached them; days in scope where it did. */
export type Group = { name: string; share: number; treated: boolean };

export const [CONTROL, VARIANT] = ["control", "variant"] as const;
const regions = people.regions.map(({ code, share }) => ({ name: code, share }));

/** An experiment's groups are its arms; a series has one. */
export function groupsOf(random: Random, offer: Offer): Group[] {
  switch (offer) {
    case "experiment":
      return [
        { name: CONTROL, share: 0.5, treated: false },
        { name: VARIANT, share: 0.5, treated: true },
      ];
    case "many_clusters":
      return treat(random, regions, random.integer(3, regions.length - 3));
    case "few_clusters":
      return random.chance(0.5)
        ? treat(random, invented(random, 9), random.integer(4, 5))
        : treat(random, invented(random, 15), 2);
    case "one_cluster":
      return treat(random, regions, 1);
    default:
      return [{ name: "", share: 1, treated: true }];
  }
}

function invented(random: Random, count: number) {
  return Array.from({ length: count }, (_, i) => ({
    name: `G${i}`,
    share: random.between(0.5, 1.5),
  }));
}

function treat(random: Random, all: { name: string; share: number }[], count: number): Group[] {
  const order = all.map((_, i) => ({ i, at: random.next() })).toSorted((a, b) => a.at - b.at);
  const chosen = new Set(order.slice(0, count).map(({ i }) => i));
  const total = all.reduce((sum, { share }) => sum + share, 0);
  return all.map(({ name, share }, i) => ({ name, share: share / total, treated: chosen.has(i) }));
}

/** Each generation's share of the people, by week: it starts as the demo world's, and drifts by `drift` (in logarithms a year). */
export function mixOf(drift: readonly number[], yearsFromChange: number): number[] {
  const weights = borns.map(
    (born, i) => people.generations[born].share * Math.exp((drift[i] ?? 0) * yearsFromChange),
  );
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
}

/** How strongly a generation feels a change: the young more. The mean over the people is 1. */
export function feltBy(born: Born): number {
  return FELT[born] / meanFelt;
}

const FELT: Record<Born, number> = {
  silent: 0.4,
  boomer: 0.7,
  gen_x: 0.9,
  millennial: 1.1,
  gen_z: 1.3,
  gen_alpha: 1.3,
};
const meanFelt =
  borns.reduce((sum, born) => sum + people.generations[born].share * FELT[born], 0) /
  borns.reduce((sum, born) => sum + people.generations[born].share, 0);
