// A published figure beside our own, and what a data set is.

export type Claim = { what: string; got: string; published: string; ok: boolean };

/** `read` gives the text of a file of the data set's folder; `path` where it is. */
export type Files = { read: (file: string) => string; path: (file: string) => string };

/** `name` is that of its folder. */
export type DataSet = { name: string; check: (files: Files) => Claim[] };

/** Agrees to the last decimal that was printed. */
export function figure(what: string, got: number | null, published: string): Claim {
  const decimals = published.split(".")[1]?.length ?? 0;
  // Half a unit, and what a half that is no double may miss.
  const within = 0.5 * 10 ** -decimals * (1 + 1e-9);
  const ok = got !== null && Math.abs(got - Number(published)) <= within;
  return { what, got: shown(got, decimals + 1), published, ok };
}

/** A figure of another model of the same thing: agrees within what is said. */
export function near(what: string, got: number | null, published: number, within: number): Claim {
  const ok = got !== null && Math.abs(got - published) <= within;
  return { what, got: shown(got, 4), published: `${published} ± ${within}`, ok };
}

/** What is a word, a whole number or `null`: agrees exactly. */
export function exactly(
  what: string,
  got: string | number | boolean | null,
  published: string | number | boolean | null,
): Claim {
  return { what, got: String(got), published: String(published), ok: got === published };
}

function shown(value: number | null, decimals: number): string {
  return value === null ? "null" : value.toFixed(decimals).replace(/(\.\d*?)0+$|\.$/, "$1");
}
