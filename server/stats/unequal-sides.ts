/**
 * What residuals within clusters miss where one side has few: by how much their variance is too small, and the degrees of freedom left.
 *
 * Formula: a = a cluster's share of its side's weight. Of clusters that vary alike, a side contributes S = Σ a² to the variance of
 *   the difference, and residuals from the side's own mean show only Σ a² (1 − 2a + S) of it. factor = (S₁ + S₀) / what both
 *   show, which takes the place of CR1's own c (panel-did.ts); degrees of freedom by Welch–Satterthwaite from the clusters of a
 *   side less one, at most G − 1. Equal sides of many clusters leave both nearly as they are: factor 1, about G − 2.
 * Units: factor multiplies the variance. Range: at least two clusters a side, weights > 0.
 * Source: Welch 1947, Biometrika 34:28; Bell & McCaffrey 2002, Surv. Methodol. 28:169; Imbens & Kolesár 2016, REStat 98:701.
 */

export function unequalSides(
  treated: readonly number[],
  control: readonly number[],
): { factor: number; degreesOfFreedom: number } {
  const sides = [treated, control].map(sideOf);
  const clusters = treated.length + control.length;
  const whole = sides.reduce((sum, { variance }) => sum + variance, 0);
  const shown = sides.reduce((sum, side) => sum + side.shown, 0);
  const welch =
    whole ** 2 / sides.reduce((sum, { variance, free }) => sum + variance ** 2 / free, 0);
  return {
    factor: whole / shown,
    degreesOfFreedom: Math.min(clusters - 1, welch),
  };
}

function sideOf(weights: readonly number[]) {
  const all = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) => weight / all);
  const variance = shares.reduce((sum, a) => sum + a * a, 0);
  const shown = shares.reduce((sum, a) => sum + a * a * (1 - 2 * a + variance), 0);
  return { variance, shown, free: weights.length - 1 };
}
