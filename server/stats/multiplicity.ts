/**
 * Many tests at once: p-values adjusted for their number.
 *
 * Formula: of the m p-values in ascending order,
 *   Benjamini-Hochberg_(i) = min over j >= i of min(1, p_(j) m/j)  (false discovery rate),
 *   Holm_(i) = max over j <= i of min(1, (m − j + 1) p_(j))  (any false claim; any dependence).
 * Units: probabilities, in the order given; equal p-values get equal answers.
 * Null: a test that could not be computed stays null and does not count in m.
 * Source: Benjamini & Hochberg 1995, JRSS B 57:289; Holm 1979, Scand. J. Stat. 6:65; R's p.adjust.
 */

type PValues = readonly (number | null)[];

export function benjaminiHochberg(pValues: PValues): (number | null)[] {
  const descending = ranked(pValues).reverse();
  const m = descending.length;
  let least = 1;
  return placed(
    pValues,
    descending.map(({ index, p }, passed) => {
      least = Math.min(least, (p * m) / (m - passed));
      return [index, least];
    }),
  );
}

export function holm(pValues: PValues): (number | null)[] {
  const ascending = ranked(pValues);
  let most = 0;
  return placed(
    pValues,
    ascending.map(({ index, p }, passed) => {
      most = Math.max(most, Math.min(1, (ascending.length - passed) * p));
      return [index, most];
    }),
  );
}

function ranked(pValues: PValues): { index: number; p: number }[] {
  const known = pValues.flatMap((p, index) => (p === null ? [] : [{ index, p }]));
  return known.sort((a, b) => a.p - b.p);
}

function placed(pValues: PValues, adjusted: [number, number][]): (number | null)[] {
  const byIndex = new Map(adjusted);
  return pValues.map((_, index) => byIndex.get(index) ?? null);
}
