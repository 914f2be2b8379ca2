/**
 * How likely the always-valid sequence finds an effect by the size it is tuned for: the power of looking daily.
 *
 * Formula: the estimate over its standard error, times √t, is a Brownian motion with `drift` = effect/SE at the planned size,
 *   t = the share of the planned people. The chance to be above the boundary √t · reach(t) at one of 40 looks, t = k/40, by
 *   the recursion of Armitage, McPherson & Rowe: the density of what has not crossed yet is carried from look to look on a
 *   grid. Crossing the lower boundary is no success.
 * Units: probabilities; drift without. Precision: about 0.002, on the low side of looking without end.
 * With α = 0.05 and 80 % the drift is 3.6 where one look needs 2.8: about 1.7 times the people.
 * Source: Armitage, McPherson & Rowe 1969, JRSS A 132:235; Waudby-Smith et al. 2024 (the boundary).
 */
import { reachOf, rhoSquaredOf } from "../stats/always-valid.ts";
import { normalBelow, normalDensity } from "../stats/tails.ts";
import { ALPHA, ALPHA_OF_HARM } from "./look.ts";

const LOOKS = 40;
/** Width of the grid's cells, and the standard deviations beyond which a step does not lead. */
const CELL = 0.04;
const FARTHEST = 5;

/** The chance that the primary is proven by then; `tests` variants share its error. */
export function powerToProve(drift: number, tests = 1): number {
  const scaled = rhoSquaredOf(ALPHA, 1);
  const step = stepOf(drift / LOOKS, Math.sqrt(1 / LOOKS));
  const reach = (step.length - 1) / 2;
  const boundaryAt = (t: number) => Math.sqrt(t) * reachOf(t * scaled, ALPHA / tests);
  const cells = Math.ceil(Math.max(boundaryAt(1), boundaryAt(1 / LOOKS)) / CELL);
  let found = 0;
  let mass = new Float64Array(2 * cells + 1);
  mass[cells] = 1;
  for (let look = 1; look <= LOOKS; look += 1) {
    const boundary = boundaryAt(look / LOOKS) / CELL;
    const [lower, upper] = [cells - boundary, cells + boundary];
    const next = new Float64Array(mass.length);
    for (let from = 0; from < mass.length; from += 1) {
      const chance = mass[from] ?? 0;
      if (chance === 0) continue;
      for (let i = 0; i < step.length; i += 1) {
        const to = from + i - reach;
        const arrives = chance * (step[i] ?? 0);
        if (to > upper) found += arrives;
        else if (to > lower) next[to] = (next[to] ?? 0) + arrives;
      }
    }
    mass = next;
  }
  return Math.min(1, found);
}

/** How likely one look leads so many cells on, from the farthest below to the farthest above. */
function stepOf(drift: number, deviation: number): Float64Array {
  const reach = Math.ceil((FARTHEST * deviation + drift) / CELL);
  return Float64Array.from({ length: 2 * reach + 1 }, (_, i) => {
    const z = ((i - reach) * CELL - drift) / deviation;
    return (normalDensity(z) * CELL) / deviation;
  });
}

/** The drift that is found with this chance. */
export function driftToProve(power: number, tests = 1): number {
  return bisect(0, 10, (drift) => powerToProve(drift, tests) >= power);
}

/** The least value from which on `enough` holds, to 1e-4 of the range; it has to hold at `high`. */
export function bisect(low: number, high: number, enough: (at: number) => boolean): number {
  let [under, over] = [low, high];
  while (over - under > 1e-4 * (high - low)) {
    const middle = (under + over) / 2;
    if (enough(middle)) over = middle;
    else under = middle;
  }
  return over;
}

/** The chance that harm is ruled out at the planned size; `drift` is the size over the standard error there. */
export function powerToClear(drift: number): number {
  return normalBelow(drift - reachOf(rhoSquaredOf(ALPHA_OF_HARM, 1), ALPHA_OF_HARM));
}
