/**
 * a·d − b·c without losing the digits in which the two products agree.
 *
 * Formula: each product exactly, as a double and its rounding error (Dekker's split); the doubles
 * cancel, the errors remain. Exact to a rounding or two for counts up to 2^53.
 * Units: those of the product. Range: products below 1e300.
 * Source: Dekker 1971, Numer. Math. 18:224; Kahan's difference of products.
 */

/** 2^27 + 1 cuts a double in two halves whose products are exact. */
const SPLITTER = 134_217_729;

export function differenceOfProducts(a: number, d: number, b: number, c: number): number {
  const first = a * d;
  const second = b * c;
  return first - second + (roundingError(a, d, first) - roundingError(b, c, second));
}

function roundingError(a: number, b: number, product: number): number {
  const a1 = upperHalf(a);
  const b1 = upperHalf(b);
  const a2 = a - a1;
  const b2 = b - b1;
  return a2 * b2 - (product - a1 * b1 - a2 * b1 - a1 * b2);
}

function upperHalf(a: number): number {
  const scaled = SPLITTER * a;
  return scaled - (scaled - a);
}
