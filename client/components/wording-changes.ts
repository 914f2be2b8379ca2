/** Word by word: what one wording keeps of another, what it leaves out and what it adds. */
import { diffArrays } from "diff";
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

/** A word or a mark, and where it stands in its text. */
interface Token {
  text: string;
  start: number;
  end: number;
  isWord: boolean;
}

/** So many tokens further on each side, kept or changed. */
interface Run {
  before: number;
  after: number;
  isChanged: boolean;
}

/** The pieces of each side make up its text again. Languages that set no spaces are split where their words end. */
export function wordingChanges(before: Wording, after: Wording, locale: string): PartChanges[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: "word" });
  return wordingParts.map((part) => {
    const old = tokensOf(before[part], segmenter);
    const now = tokensOf(after[part], segmenter);
    const runs = runsOf(old, now);
    return {
      part,
      before: piecesOf(
        before[part],
        old,
        runs.map(({ before: count, isChanged }) => ({ count, isChanged })),
      ),
      after: piecesOf(
        after[part],
        now,
        runs.map(({ after: count, isChanged }) => ({ count, isChanged })),
      ),
    };
  });
}

function tokensOf(text: string, segmenter: Intl.Segmenter): Token[] {
  return [...segmenter.segment(text)]
    .filter(({ segment }) => segment.trim() !== "")
    .map(({ segment, index, isWordLike }) => ({
      text: segment,
      start: index,
      end: index + segment.length,
      isWord: isWordLike ?? false,
    }));
}

/** Marks alone that stay between two changes say nothing: they go with them. */
function runsOf(old: readonly Token[], now: readonly Token[]): Run[] {
  const changes = diffArrays(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
  );
  const words = new Set(old.filter(({ isWord }) => isWord).map(({ text }) => text));
  const runs = changes.map(({ value, added, removed }) => ({
    before: added ? 0 : value.length,
    after: removed ? 0 : value.length,
    isChanged: added || removed,
    hasWords: value.some((text) => words.has(text)),
  }));
  return runs.map(({ hasWords, ...run }, i) => ({
    ...run,
    isChanged:
      run.isChanged ||
      (!hasWords && runs[i - 1]?.isChanged === true && runs[i + 1]?.isChanged === true),
  }));
}

/** White space inside a changed piece belongs to it, that around it does not. */
function piecesOf(
  text: string,
  tokens: readonly Token[],
  runs: readonly { count: number; isChanged: boolean }[],
): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: Piece): void => {
    const last = pieces.at(-1);
    if (last?.isChanged === piece.isChanged) last.text += piece.text;
    else if (piece.text !== "") pieces.push(piece);
  };
  let at = 0;
  let end = 0;
  for (const { count, isChanged } of runs) {
    const [first, last] = [tokens[at], tokens[at + count - 1]];
    at += count;
    if (count === 0 || first === undefined || last === undefined) continue;
    const goesOn = isChanged && pieces.at(-1)?.isChanged === true;
    add({ text: text.slice(end, first.start), isChanged: goesOn });
    add({ text: text.slice(first.start, last.end), isChanged });
    end = last.end;
  }
  add({ text: text.slice(end), isChanged: false });
  return pieces;
}
