/** Numbers and languages as people type them. */

const NUMBER = /^[-−+]?\d+([.,]\d+)?$|^[-−+]?[.,]\d+$/;

/** "12.5", "12,5" or "12.5 %"; null for what is no number. */
export function parseTyped(text: string): number | null {
  const plain = text.trim().replace(/\s*%$/, "");
  if (!NUMBER.test(plain)) return null;
  return Number(plain.replace(",", ".").replace("−", "-"));
}

/** 12.5 per cent → 0.125, without the dust of dividing. */
export function shareOf(percent: number): number {
  return Number((percent / 100).toPrecision(12));
}

/** 0.125 → "12.5" */
export function percentOf(share: number): string {
  return `${Number((share * 100).toPrecision(12))}`;
}

/** A BCP 47 tag in its canonical form; null for what is none. */
export function languageTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.trim())[0] ?? null;
  } catch {
    return null;
  }
}
