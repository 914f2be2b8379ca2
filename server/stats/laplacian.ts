/**
 * Solves L x = b for the Laplacian L of a weighted graph: the normal equations of dummy variables,
 * and the covariance of a log-rank test.
 *
 * Formula: nodes are eliminated one by one. Node k with weights w_kj to the nodes left, of sum W,
 * leaves w_kj w_ki / W between each two of them and b_k w_kj / W on each. Nothing is subtracted,
 * so the digits stay however unequal the weights are.
 * L has no inverse: x is one of the solutions, which differ by a constant in each connected part.
 * Units: x in those of b over those of the weights. b must sum to 0 over each connected part.
 * Source: Grassmann, Taksar & Heyman 1985, Oper. Res. 33:1107 (elimination without subtraction).
 */

export type Elimination = {
  /** Of each node the weights to the later ones when it went, and their sum (0: none was left). */
  steps: readonly { weights: Float64Array; sum: number }[];
  /** How many connected parts the graph has. */
  parts: number;
};

/** `weights[i][j]`, of i != j, symmetric, 0 and up; it is used up. */
export function eliminate(weights: Float64Array[]): Elimination {
  const steps = weights.map((row, k) => {
    let sum = 0;
    for (let j = k + 1; j < weights.length; j += 1) sum += row[j] ?? 0;
    if (sum > 0) spread(weights, row, sum, k);
    return { weights: row, sum };
  });
  return { steps, parts: steps.filter(({ sum }) => sum === 0).length };
}

function spread(weights: Float64Array[], row: Float64Array, sum: number, k: number): void {
  for (let i = k + 1; i < row.length; i += 1) {
    const share = (row[i] ?? 0) / sum;
    const target = weights[i];
    if (share === 0 || !target) continue;
    for (let j = k + 1; j < row.length; j += 1) {
      if (j !== i) target[j] = (target[j] ?? 0) + share * (row[j] ?? 0);
    }
  }
}

export function solve({ steps }: Elimination, b: readonly number[]): Float64Array {
  const rest = passOn(steps, b);
  for (let k = steps.length - 1; k >= 0; k -= 1) {
    const { weights, sum } = steps[k] ?? { weights: rest, sum: 0 };
    if (sum === 0) {
      rest[k] = 0;
      continue;
    }
    let total = rest[k] ?? 0;
    for (let j = k + 1; j < rest.length; j += 1) total += (weights[j] ?? 0) * (rest[j] ?? 0);
    rest[k] = total / sum;
  }
  return rest;
}

/** b' x, which is the same for every solution x and never negative. */
export function quadraticForm({ steps }: Elimination, b: readonly number[]): number {
  const rest = passOn(steps, b);
  return steps.reduce((total, { sum }, k) => {
    return sum === 0 ? total : total + ((rest[k] ?? 0) * (rest[k] ?? 0)) / sum;
  }, 0);
}

function passOn(steps: Elimination["steps"], b: readonly number[]): Float64Array {
  const rest = Float64Array.from(b);
  for (const [k, { weights, sum }] of steps.entries()) {
    if (sum === 0) continue;
    const share = (rest[k] ?? 0) / sum;
    for (let j = k + 1; j < rest.length; j += 1)
      rest[j] = (rest[j] ?? 0) + share * (weights[j] ?? 0);
  }
  return rest;
}
