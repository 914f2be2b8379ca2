/** `GET proposals`: new versions of the notice that no change speaks of yet. */

export interface Proposal {
  notice: string;
  /** The day on which it had been shown to enough people to be told of. */
  firstDay: string;
  /** In order of how often it was shown; those shown to fewer than k are left out. */
  purposes: string[];
  channels: string[];
  /** A change within a week of that day which names no notice: this may be its own. */
  near: { id: string; title: string } | null;
}

export interface ProposalsAnswer {
  /** The latest first. */
  proposals: Proposal[];
  asOf: string | null;
}
