// Made-up tests of which the truth is known: what each arm really does, and how often a test of it may be shipped.

export type Truth = { yield: number; early: number; understanding: number };

export type ExperimentCase = {
  name: string;
  /** Weights, the control's first. */
  shares: readonly number[];
  control: Truth;
  /** What every variant adds. */
  effect: Partial<Truth>;
  /** Purposes that each person is asked for, and how often all are decided alike. */
  purposes: number;
  alike: number;
  /** Share of the people who answer what they understood. */
  answering: number;
  /** Whether guardrails have to be cleared, too. */
  guarded: boolean;
  /** `least`: shipped by the planned size in at least this share; `most`: ever shipped in at most that. */
  shipped: { least: number } | { most: number };
};

export const SIZES = { smallestEffect: 0.05, smallestEffectEarlyWithdrawal: 0.01 };
const usual: Truth = { yield: 0.45, early: 0.04, understanding: 0.55 };
const plain = {
  shares: [1, 1],
  control: usual,
  effect: {},
  purposes: 1,
  alike: 1,
  answering: 0.4,
  guarded: true,
};
const planned = { yield: SIZES.smallestEffect };

export const experimentCases: readonly ExperimentCase[] = [
  { ...plain, name: "no effect", shipped: { most: 0.05 } },
  { ...plain, name: "no effect, no guardrails", guarded: false, shipped: { most: 0.05 } },
  {
    ...plain,
    name: "no effect, five arms 5:1:1:1:1",
    shares: [5, 1, 1, 1, 1],
    shipped: { most: 0.05 },
  },
  {
    ...plain,
    name: "no effect, three purposes a person",
    purposes: 3,
    alike: 0.6,
    shipped: { most: 0.05 },
  },
  {
    ...plain,
    name: "no effect on a rare yes",
    control: { ...usual, yield: 0.03 },
    shipped: { most: 0.05 },
  },
  {
    ...plain,
    name: "more accepted, less understood",
    effect: { ...planned, understanding: -SIZES.smallestEffect },
    shipped: { most: 0.05 },
  },
  {
    ...plain,
    name: "more accepted, more taken back at once",
    effect: { ...planned, early: 0.04 },
    shipped: { most: 0.05 },
  },
  { ...plain, name: "the planned effect", effect: planned, shipped: { least: 0.8 } },
  {
    ...plain,
    name: "the planned effect, no guardrails",
    effect: planned,
    guarded: false,
    shipped: { least: 0.8 },
  },
  {
    ...plain,
    name: "the planned effect, most answer, few leave",
    control: { ...usual, early: 0.005 },
    effect: planned,
    answering: 0.9,
    shipped: { least: 0.8 },
  },
  {
    ...plain,
    name: "the planned effect, four variants",
    shares: [1, 1, 1, 1, 1],
    effect: planned,
    shipped: { least: 0.8 },
  },
];
