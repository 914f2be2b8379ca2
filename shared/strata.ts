/** The strata of a population: their names, and how exactly their shares add up. */

/** Shares have to add up to 1 within this: published tables are rounded. */
export const SUM_TOLERANCE = 0.005;

interface Named {
  generation: string;
  region?: string | undefined;
}

/** "boomer", or "gen_x in DE". */
export function stratumName({ generation, region }: Named): string {
  return region === undefined ? generation : `${generation} in ${region}`;
}
