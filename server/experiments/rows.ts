/** What an experiment is read from: sums by arm and day. */
import { EVENTS_SOURCE } from "#shared/vocabulary.ts";
import type { AnswerFlow } from "./standing.ts";

export interface ArmRow {
  variant: string;
  day: number;
  /** Its other dimensions, as far as they were asked for. */
  fields: { readonly [name: string]: string };
  /** What a person can be in only once: purpose and notice. */
  stratum: string;
  x: number;
  n: number;
  source: string;
}

export interface Readings {
  /** By channel and outcome: `granted`, `declined`, `dismissed`, `none`, or `not_reported` of count records that do not say. */
  exposures: readonly ArmRow[];
  /** By outcome and method. */
  decisions: readonly ArmRow[];
  /** Spells closed within a week, by the day of the grant. */
  earlyClosings: readonly ArmRow[];
  /** Withdrawals and grants by the bin of their time. */
  exits: readonly ArmRow[];
  grants: readonly ArmRow[];
  answers: readonly (AnswerFlow & { variant: string })[];
  /** People by the variant that they were first assigned, who saw another one. */
  crossovers: readonly ArmRow[];
  /** The last day whose events' exposures can be looked at: their week is over. */
  matureTo: number;
}

/** Exposures whose outcome is known: of events those whose week is over; count records state theirs. */
export function matureExposures({
  exposures,
  matureTo,
}: Pick<Readings, "exposures" | "matureTo">): ArmRow[] {
  return exposures.filter(
    ({ source, day, fields }) =>
      fields.outcome !== "not_reported" && (source !== EVENTS_SOURCE || day <= matureTo),
  );
}

/**
 * One row a person, as nearly as sums tell: of each channel the exposures for the purpose that most were asked for there,
 * in all arms. A person who is asked for several purposes is one person.
 */
export function people(exposures: readonly ArmRow[]): ArmRow[] {
  const asked = new Map<string, Map<string, number>>();
  for (const { fields, n } of exposures) {
    const { channel = "", purpose = "" } = fields;
    const ofChannel = asked.get(channel) ?? new Map<string, number>();
    asked.set(channel, ofChannel.set(purpose, (ofChannel.get(purpose) ?? 0) + n));
  }
  const lead = new Map(
    [...asked].map(([channel, purposes]) => {
      const [first] = [...purposes].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      return [channel, first?.[0]];
    }),
  );
  return exposures.filter(({ fields }) => lead.get(fields.channel ?? "") === fields.purpose);
}
