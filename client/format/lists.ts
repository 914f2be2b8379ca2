import { locale } from "./locale.ts";

const conjunction = new Intl.ListFormat(locale, { type: "conjunction" });
const languages = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
const regions = new Intl.DisplayNames(locale, { type: "region", fallback: "code" });

/** "a, b and c" */
export function formatList(items: readonly string[]): string {
  return conjunction.format(items);
}

/** "Germany" for DE; parts of countries keep their code. */
export function formatRegion(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code;
}

/** "German (Germany)" for a well-formed BCP 47 tag. */
export function formatLanguage(tag: string): string {
  return languages.of(tag) ?? tag;
}
