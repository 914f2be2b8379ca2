/** Word by word: what one wording keeps of another, what it leaves out and what it adds. */
import { diffWords } from "diff";
import { type Wording, wordingParts } from "#shared/wording.ts";

export interface Piece {
  text: string;
  isChanged: boolean;
}

export interface PartChanges {
  part: keyof Wording;
  before: Piece[];
  after: Piece[];
}

/** Languages that set no spaces are split where their words end. */
export function wordingChanges(before: Wording, after: Wording, locale: string): PartChanges[] {
  const intlSegmenter = new Intl.Segmenter(locale, { granularity: "word" });
  return wordingParts.map((part) => {
    const changes = diffWords(before[part], after[part], { intlSegmenter });
    const side = (other: "added" | "removed"): Piece[] =>
      changes
        .filter((change) => !change[other])
        .map(({ value, added, removed }) => ({ text: value, isChanged: added || removed }));
    return { part, before: side("added"), after: side("removed") };
  });
}
