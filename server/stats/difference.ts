/**
 * The difference a − b of two independent estimates, with limits made of theirs (MOVER).
 *
 * Formula: low = (a − b) − √((a − a.low)² + (b.high − b)²), high = (a − b) + √((a.high − a)² + (b − b.low)²).
 * With Wilson limits this is Newcombe's hybrid score interval, method 10.
 * Units: those of the estimates. Null: where either estimate or one of its limits is missing.
 * Source: Zou & Donner 2008, Stat. Med. 27:1693; Newcombe 1998, Stat. Med. 17:873.
 */
import type { Estimate } from "./estimate.ts";

export function difference(
  a: Estimate,
  b: Estimate,
): { value: number; low: number; high: number } | null {
  if (a.estimate === null || a.low === null || a.high === null) return null;
  if (b.estimate === null || b.low === null || b.high === null) return null;
  const value = a.estimate - b.estimate;
  const low = value - Math.hypot(a.estimate - a.low, b.high - b.estimate);
  const high = value + Math.hypot(a.high - a.estimate, b.estimate - b.low);
  return { value, low, high };
}
