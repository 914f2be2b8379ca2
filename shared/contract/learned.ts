/** `GET learned`: all changes side by side, and what kind of change works. Effects are differences of shares. */
import type { ReadingFormula } from "../reading.ts";
import type { ChangeKind, Generation } from "../vocabulary.ts";
import type { Claim, Verdict, VerdictOutcome } from "./verdict.ts";

/** An estimate with its 95 % interval. */
export interface Spread {
  effect: number;
  low: number;
  high: number;
}

export interface LearnedOutcome {
  metric: VerdictOutcome;
  better: "up" | "down";
  /** The size that matters. */
  size: number;
  /** In the order of `changes`; those without an estimate of this outcome are left out. */
  effects: {
    changeId: string;
    /** What this change's own data say. */
    own: Spread;
    /** The same, drawn towards the mean of all as far as its own data are weak; null with fewer than four changes. */
    shrunken: Spread | null;
  }[];
  /** The mean of all changes, and of each kind; `typical` is the spread of true effects around it (standard deviation). */
  mean: (Spread & { changes: number; typical: number }) | null;
  kinds: (Spread & { kind: ChangeKind; changes: number })[];
  /** The mean of the changes whose notice got easier or harder to read than the one before. */
  readings: (Spread & { step: ReadingStep; changes: number })[];
  /** By kind, what its changes did to each generation. */
  forWhom: {
    kind: ChangeKind;
    changes: number;
    generations: {
      generation: Generation;
      own: Spread;
      /** Drawn towards the mean of the kind as far as its own data are weak; null with fewer than four generations. */
      shrunken: Spread | null;
    }[];
  }[];
}

export const readingSteps = ["easier", "alike", "harder", "unknown"] as const;
/** `unknown` where the notice before is not written down, or has no grade of the same kind. */
export type ReadingStep = (typeof readingSteps)[number];

/** Reading grades of a change's notice and of the one before it. */
export interface LearnedReading {
  locale: string;
  formula: ReadingFormula;
  before: number | null;
  after: number;
  step: ReadingStep;
}

export interface LearnedAnswer {
  /** The latest first. */
  changes: {
    id: string;
    title: string;
    date: string;
    kind: ChangeKind;
    verdict: Verdict;
    state: "preliminary" | "final";
    claim: Claim;
    /** Null where it has no notice that is written down in a language with a grade. */
    reading: LearnedReading | null;
  }[];
  outcomes: LearnedOutcome[];
  asOf: string | null;
}
