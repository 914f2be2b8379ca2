/** Rules 1 and 8: what all facts of a subject share, whenever it was stated. */
import { type Generation, NONE, UNKNOWN } from "#shared/vocabulary.ts";
import type { ConsentEvent } from "./event.ts";
import type { FactDimensions } from "./facts.ts";

interface Assignment {
  /** That of the first event that names the experiment (intention to treat); null where facts do, but no event states one. */
  variant: string | null;
  /** Whether the subject was seen in a second variant. */
  crossed: boolean;
}

/** What is known of a subject: first what its events state, then the dimensions of its facts. */
export class SubjectTraits {
  #generation: Generation = UNKNOWN;
  #hasFacts = false;
  /** Made for the first experiment: most subjects are in none. */
  #assignments: Map<string, Assignment> | null = null;

  /**
   * Takes what an event states, no implicit grant, after all before it in the order of the fold. False, and nothing taken,
   * where dimensions that were given already would be others for it.
   */
  state({ generation, experiment, variant }: ConsentEvent): boolean {
    const tells = this.#generation === UNKNOWN && generation !== null && generation !== UNKNOWN;
    if (tells && this.#hasFacts) return false;
    if (experiment !== null && variant !== null) {
      const known = this.#assignments?.get(experiment);
      if (known?.variant === null) return false;
      if (known === undefined) this.#assign(experiment, variant);
    }
    if (tells) this.#generation = generation;
    return true;
  }

  /** Whether this is the first event that shows the subject in a second variant of an experiment; to be asked once. */
  crosses({ experiment, variant }: ConsentEvent): boolean {
    if (experiment === null || variant === null) return false;
    const known = this.#assignments?.get(experiment);
    if (known === undefined || known.crossed || known.variant === variant) return false;
    known.crossed = true;
    return true;
  }

  /**
   * The dimensions of a fact that stands on `event`; its experiment may be another's, as may its notice. Where they are those of
   * `like`, that object serves again.
   */
  dimensionsOf(
    event: ConsentEvent,
    experiment = event.experiment,
    notice = event.notice,
    like: FactDimensions | null = null,
  ): FactDimensions {
    const { purpose, channel, region, segment, locale } = event;
    const assigned = experiment === null ? NONE : this.#variantOf(experiment);
    const isLike =
      like !== null &&
      like.purpose === purpose &&
      like.notice === (notice ?? NONE) &&
      like.channel === channel &&
      like.region === region &&
      like.segment === segment &&
      like.locale === locale &&
      like.experiment === (experiment ?? NONE) &&
      like.variant === assigned;
    if (isLike) return like;
    this.#hasFacts = true;
    return {
      purpose,
      notice: notice ?? NONE,
      channel,
      region,
      segment,
      locale,
      generation: this.#generation,
      experiment: experiment ?? NONE,
      variant: assigned,
    };
  }

  #variantOf(experiment: string): string {
    const known = this.#assignments?.get(experiment);
    if (known === undefined) this.#assign(experiment, null);
    return known?.variant ?? NONE;
  }

  #assign(experiment: string, variant: string | null): void {
    this.#assignments ??= new Map();
    this.#assignments.set(experiment, { variant, crossed: false });
  }
}
