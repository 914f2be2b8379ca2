/** Effects as each generation feels them. */
import type { Born, Effects, Outcome, Tilt, World } from "./world.ts";

/** Mean over the people of a number given by generation. */
export function meanOverPeople(world: World, byBorn: Readonly<Record<Born, number>>): number {
  let sum = 0;
  let shares = 0;
  for (const [born, habits] of Object.entries(world.people.generations) as [
    Born,
    World["people"]["generations"][Born],
  ][]) {
    sum += habits.share * byBorn[born];
    shares += habits.share;
  }
  return sum / shares;
}

export function effectsOn(
  world: World,
  born: Born,
  { effects, tilt }: { effects: Effects; tilt?: Tilt },
): Effects {
  const felt: Effects = { ...effects };
  for (const [outcome, byBorn] of Object.entries(tilt ?? {}) as [
    Outcome,
    Readonly<Record<Born, number>>,
  ][]) {
    felt[outcome] = (felt[outcome] ?? 0) + byBorn[born] - meanOverPeople(world, byBorn);
  }
  return felt;
}
