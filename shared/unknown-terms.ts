/** Terms of law and trade that a reader of a notice may not know, with plainer words for them. */
import { languageOf } from "./wording.ts";

interface Entry {
  /** Source of a regular expression; a space stands for any white space. */
  pattern: string;
  plainer: string;
}

export interface UnknownTerm {
  /** As it is first written in the text. */
  term: string;
  plainer: string;
}

const english: readonly Entry[] = [
  { pattern: "legitimate interests?", plainer: "a reason of our own that the law allows" },
  { pattern: "(?:legal|lawful) basis", plainer: "what allows us to" },
  { pattern: "data controllers?", plainer: "the company that decides how your data is used" },
  { pattern: "(?:data )?processors?", plainer: "companies that work for us" },
  { pattern: "data subjects?", plainer: "you" },
  { pattern: "third[ -]part(?:y|ies)", plainer: "other companies" },
  { pattern: "affiliates?", plainer: "companies that belong to us" },
  { pattern: "vendors?", plainer: "companies that we buy services from" },
  { pattern: "data brokers?", plainer: "companies that trade in data about people" },
  { pattern: "(?:data )?processing|process(?:es|ed)?", plainer: "use, keep or pass on" },
  { pattern: "profiling", plainer: "working out what you are like from your data" },
  { pattern: "automated decision[ -]making", plainer: "decisions made by a computer" },
  { pattern: "pseudonym(?:ous|i[sz]ed|i[sz]ation)", plainer: "under a code instead of your name" },
  { pattern: "anonym(?:i[sz]ed|i[sz]ation)", plainer: "so that nobody can tell that it is you" },
  { pattern: "aggregated?", plainer: "added up over many people" },
  {
    pattern: "(?:online|device|unique) identifiers?",
    plainer: "codes that tell your device apart",
  },
  { pattern: "personal data", plainer: "data about you" },
  { pattern: "metadata", plainer: "data about when, where and how" },
  { pattern: "biometric(?: data)?", plainer: "your face, voice or fingerprint" },
  { pattern: "geolocation", plainer: "where you are" },
  { pattern: "cookies?", plainer: "small files that we keep in your browser" },
  { pattern: "(?:tracking )?pixels?", plainer: "hidden images that tell us what you open" },
  { pattern: "fingerprinting", plainer: "telling your device apart by its settings" },
  { pattern: "SDKs?", plainer: "another company's code in our app" },
  { pattern: "telemetry", plainer: "reports on how the app runs" },
  { pattern: "analytics", plainer: "measuring what works" },
  { pattern: "personali[sz]ation", plainer: "choosing what fits you" },
  { pattern: "(?:targeted|behaviou?ral) ad(?:s|vertising)", plainer: "ads chosen by what you do" },
  { pattern: "re-?targeting", plainer: "ads for what you looked at before" },
  { pattern: "(?:data )?retention(?: periods?)?", plainer: "how long we keep it" },
  {
    pattern: "(?:cross-border|international) transfers?",
    plainer: "sending it to other countries",
  },
  { pattern: "strictly necessary", plainer: "without which it does not work" },
  { pattern: "pursuant to", plainer: "under" },
  { pattern: "provisions", plainer: "rules" },
  { pattern: "particulars", plainer: "details" },
  { pattern: "lawfulness", plainer: "whether it was legal" },
  { pattern: "statutory", plainer: "set by law" },
  { pattern: "notwithstanding", plainer: "even if" },
  { pattern: "here(?:by|in|of|with)", plainer: "by this, in this" },
  { pattern: "there(?:by|in|of|to)", plainer: "by that, in that" },
  { pattern: "inter alia", plainer: "among others" },
];

/** Whole words only; at the same place the longest of the list, since longer ones stand around shorter ones. */
const entries = english.map(({ pattern, plainer }) => ({
  plainer,
  search: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${pattern.replaceAll(" ", "\\s+")})(?![\\p{L}\\p{N}])`,
    "giu",
  ),
}));

/** Each once, in the order of the text; none for languages without a list. */
export function unknownTerms(text: string, locale: string): UnknownTerm[] {
  if (languageOf(locale) !== "en") return [];
  const found = entries.flatMap(({ search, plainer }) =>
    [...text.matchAll(search)].map(({ 0: term, index }) => ({ term, plainer, index })),
  );
  const outermost = found
    .toSorted((a, b) => a.index - b.index || b.term.length - a.term.length)
    .filter((one, i, all) => !all.slice(0, i).some((other) => one.index < endOf(other)));
  const seen = new Set<string>();
  return outermost.flatMap(({ term, plainer }) => {
    if (seen.has(plainer)) return [];
    seen.add(plainer);
    return [{ term, plainer }];
  });
}

function endOf({ term, index }: { term: string; index: number }): number {
  return index + term.length;
}
