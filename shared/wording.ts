/** What people are shown when they are asked, for one language. */

export interface Wording {
  title: string;
  text: string;
  accept: string;
  decline: string;
}

export const emptyWording: Wording = { title: "", text: "", accept: "", decline: "" };

/** In the order in which they are read. */
export const wordingParts = [
  "title",
  "text",
  "accept",
  "decline",
] as const satisfies readonly (keyof Wording)[];

/** What a wording should say: what is collected, why, how it is used, what the person gets, how to leave. */
export const checklistItems = ["what", "why", "how", "benefit", "leave"] as const;
export type ChecklistItem = (typeof checklistItems)[number];

/** By locale. */
export type Wordings = Readonly<Record<string, Wording>>;

/** The wording of this locale, else of another of the same language ("de" for "de-AT"); null where there is none. */
export function wordingIn(wordings: Wordings, locale: string): Wording | null {
  const own = wordings[locale];
  if (own !== undefined) return own;
  const language = languageOf(locale);
  const alike = Object.keys(wordings).find((name) => languageOf(name) === language);
  return wordings[alike ?? ""] ?? null;
}

/** "de" of "de-AT" */
export function languageOf(locale: string): string {
  return (locale.split("-")[0] ?? "").toLowerCase();
}
