// A published figure beside our own, and what a data set is.
import type { Api } from "./api.ts";

/** `fromApi` is what Candor's API gave after the data went in by it; empty where they don't map to consent or answers. */
export type Claim = { what: string; got: string; fromApi: string; published: string; ok: boolean };

/** `read` gives the text of a file of the data set's folder; `path` where it is. */
export type Files = { read: (file: string) => string; path: (file: string) => string };

/** `name` is that of its folder. `start` gives the API of an empty store, on this day. */
export type DataSet = {
  name: string;
  check: (files: Files, start: (day: string) => Promise<Api>) => Claim[] | Promise<Claim[]>;
};

/** Agrees to the last decimal that was printed. */
export function figure(
  what: string,
  got: number | null,
  published: string,
  fromApi?: number | null,
): Claim {
  const decimals = published.split(".")[1]?.length ?? 0;
  // Half a unit, and what a half that is no double may miss.
  const within = 0.5 * 10 ** -decimals * (1 + 1e-9);
  const agrees = (own: number | null) =>
    own !== null && Math.abs(own - Number(published)) <= within;
  return {
    what,
    got: shown(got, decimals + 1),
    fromApi: fromApi === undefined ? "" : shown(fromApi, decimals + 1),
    published,
    ok: agrees(got) && (fromApi === undefined || agrees(fromApi)),
  };
}

/** A figure of another model of the same thing: agrees within what is said. */
export function near(what: string, got: number | null, published: number, within: number): Claim {
  const ok = got !== null && Math.abs(got - published) <= within;
  return { what, got: shown(got, 4), fromApi: "", published: `${published} ± ${within}`, ok };
}

type Word = string | number | boolean | null;

/** What is a word, a whole number or `null`: agrees exactly. */
export function exactly(what: string, got: Word, published: Word, fromApi?: Word): Claim {
  return {
    what,
    got: String(got),
    fromApi: fromApi === undefined ? "" : String(fromApi),
    published: String(published),
    ok: got === published && (fromApi === undefined || fromApi === published),
  };
}

function shown(value: number | null, decimals: number): string {
  return value === null ? "null" : value.toFixed(decimals).replace(/(\.\d*?)0+$|\.$/, "$1");
}
