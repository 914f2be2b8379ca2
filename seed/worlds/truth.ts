/** The truth that a world plants, for tests and simulations to compare with. */
import { datedChanges, datedExperiments } from "./dates.ts";
import { effectsOn, meanOverPeople } from "./effects.ts";
import type {
  Born,
  Change,
  Effects,
  Experiment,
  Outcome,
  Scope,
  Verdict,
  WordingKind,
  World,
} from "./world.ts";

export type PlantedChange = {
  key: string;
  title: string;
  date: string;
  firstDay: number;
  scope: Scope;
  /** Mean over the people in scope, in shares; what is not named does not move. */
  effects: Readonly<Record<Outcome, number>>;
  /** The verdict it deserves by the rules, and the design that can find it. */
  verdict: Verdict;
  design: "difference_in_differences" | "interrupted_time_series" | "none";
};

export type PlantedExperiment = {
  slug: string;
  /** First and last day of assignment. */
  firstDay: number;
  lastDay: number;
  control: string;
  variant: string;
  effects: Readonly<Record<Outcome, number>>;
  /** Effect on yield by generation. */
  yieldByGeneration: Readonly<Record<Born, number>>;
  recommendation: Experiment["recommendation"];
};

export type Truth = {
  changes: readonly PlantedChange[];
  experiments: readonly PlantedExperiment[];
  /** Yield of an average prompt by generation and kind of wording, before any change. */
  optIn: Readonly<Record<Born, Readonly<Record<WordingKind, number>>>>;
  /** Before any change: consents withdrawn within 7 days, answers in the top two boxes. */
  earlyWithdrawal: Readonly<Record<Born, number>>;
  understanding: Readonly<Record<Born, number>>;
  trust: Readonly<Record<Born, number>>;
};

export function plantedTruth(world: World, until: string): Truth {
  const { people, asking } = world;
  const { generations } = people;
  const borns = Object.keys(generations) as Born[];
  const byBorn = <T>(value: (born: Born) => T) =>
    Object.fromEntries(borns.map((born) => [born, value(born)])) as Record<Born, T>;
  const place = placeOfAveragePrompt(world);
  const kinds = Object.keys(asking.wordings) as WordingKind[];
  const yieldOf = (born: Born, kind: WordingKind) =>
    generations[born].optIn +
    place.optIn +
    asking.wordings[kind][born] -
    meanOverPeople(world, asking.wordings[kind]);

  return {
    changes: datedChanges(world, until).map((change) => ({
      key: change.key,
      title: change.title,
      date: change.date,
      firstDay: change.firstDay,
      scope: change.scope,
      effects: allOutcomes(change.effects),
      verdict: change.verdict,
      design: designFor(change),
    })),
    experiments: datedExperiments(world, until).flatMap((experiment) => {
      const [control, variant] = experiment.variants;
      if (control === undefined || variant === undefined) return [];
      return {
        slug: experiment.slug,
        firstDay: experiment.firstDay,
        lastDay: experiment.lastDay,
        control: control.slug,
        variant: variant.slug,
        effects: allOutcomes(variant.effects),
        yieldByGeneration: byBorn((born) => effectsOn(world, born, variant).opt_in_yield ?? 0),
        recommendation: experiment.recommendation,
      };
    }),
    optIn: byBorn(
      (born) =>
        Object.fromEntries(kinds.map((kind) => [kind, yieldOf(born, kind)])) as Record<
          WordingKind,
          number
        >,
    ),
    earlyWithdrawal: byBorn((born) => generations[born].early + place.early),
    understanding: byBorn((born) => generations[born].topTwo.understanding),
    trust: byBorn((born) => generations[born].topTwo.trust),
  };
}

function allOutcomes(effects: Effects): Record<Outcome, number> {
  return {
    understanding: 0,
    trust: 0,
    benefit: 0,
    control: 0,
    opt_in_yield: 0,
    early_withdrawal: 0,
    ...effects,
  };
}

/** Only regions are many enough for two groups; a change for all can only be told in time. */
function designFor({ scope, verdict }: Change): PlantedChange["design"] {
  if (verdict === "not_enough_data") return "none";
  return scope.regions.length > 0 ? "difference_in_differences" : "interrupted_time_series";
}

/** What channel, region and purpose add on average, weighted by how often each is asked. */
function placeOfAveragePrompt({ people, asking, visits }: World): { optIn: number; early: number } {
  let weights = 0;
  let optIn = 0;
  let early = 0;
  const regions = people.regions.reduce((sum, { share }) => sum + share, 0);
  for (const region of people.regions) optIn += (region.optIn * region.share) / regions;
  let atPrompts = 0;
  for (const channel of people.channels) {
    const account = visits.account.share * (1 - visits.onceOnly);
    const asked = [
      ...channel.atFirst.map((purpose) => ({ purpose, weight: channel.share })),
      ...channel.atAccount.map((purpose) => ({ purpose, weight: channel.share * account })),
    ];
    for (const { purpose, weight } of asked) {
      weights += weight;
      atPrompts += weight * (asking.purposes[purpose].optIn + channel.optIn);
      early += weight * channel.early;
    }
  }
  return { optIn: optIn + atPrompts / weights, early: early / weights };
}
