/** `GET learned`: all changes side by side, and what kind of change works. Effects are differences of shares. */
import type { ChangeKind } from "../vocabulary.ts";
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
  }[];
  outcomes: LearnedOutcome[];
  asOf: string | null;
}
