/**
 * How many more facts after the change it takes to tell an outcome, and about how many days.
 *
 * Formula: the variance of the effect is taken to shrink with the facts after. Told is what is proven at Holm's strictest step,
 *   or ruled out by its 90 % interval. The aim for the standard error: |effect| / 2.5 where the estimate is of the size that
 *   matters, else size / (z(0.95) + z(0.8)), at which "nothing of this size" is told in four of five cases. needed = n · ((error/aim)² − 1);
 *   an error that is there already and still tells nothing (the estimate lies near its size) asks for twice the facts.
 * Null where the error is not known, and where no facts come in.
 */

const STRICTEST = 2.5;
const RULING_OUT = 1.645 + 0.842;

export function neededOf(
  { effect, standardError, size }: { effect: number; standardError: number; size: number },
  { n, days }: { n: number; days: number },
): { needed: number; neededDays: number } | null {
  if (n === 0 || days === 0) return null;
  const aim = Math.abs(effect) >= size ? Math.abs(effect) / STRICTEST : size / RULING_OUT;
  const times = (standardError / aim) ** 2 - 1;
  const needed = Math.ceil(n * (times > 0 ? times : 1));
  return { needed, neededDays: Math.max(1, Math.ceil((needed * days) / n)) };
}
