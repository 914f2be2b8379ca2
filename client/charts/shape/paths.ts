/** Lines and bands as SVG paths: pieces between gaps, straight or as steps. */
export interface Place {
  x: number;
  /** Null where there is a gap. */
  y: number | null;
}

export interface BandPlace {
  x: number;
  /** Lower and upper edge; null where there is a gap. */
  edges: readonly [number, number] | null;
}

/** A step holds its value until the next place. */
export function linePath(places: readonly Place[], isStep = false): string {
  return piecesOf(places, ({ x, y }) => (y === null ? null : [x, y]))
    .map((piece) => draw(piece, "M", isStep))
    .join("");
}

/** There along the upper edges, and back along the lower ones. */
export function bandPath(places: readonly BandPlace[], isStep = false): string {
  const edge = (which: 0 | 1) =>
    piecesOf(places, ({ x, edges }) => (edges === null ? null : [x, edges[which]]));
  const lower = edge(0);
  return edge(1)
    .map((upper, index) => {
      const back = (isStep ? cornersOf(lower[index] ?? []) : (lower[index] ?? [])).toReversed();
      return `${draw(upper, "M", isStep)}${draw(back, "L", false)}Z`;
    })
    .join("");
}

type At = readonly [x: number, y: number];

function piecesOf<Item>(items: readonly Item[], placeOf: (item: Item) => At | null): At[][] {
  const pieces: At[][] = [[]];
  for (const item of items) {
    const at = placeOf(item);
    if (at === null) pieces.push([]);
    else pieces.at(-1)?.push(at);
  }
  return pieces.filter((piece) => piece.length > 0);
}

function draw(piece: readonly At[], first: "M" | "L", isStep: boolean): string {
  return (isStep ? cornersOf(piece) : piece)
    .map(([x, y], index) => `${index === 0 ? first : "L"}${round(x)} ${round(y)}`)
    .join("");
}

function cornersOf(piece: readonly At[]): readonly At[] {
  return piece.flatMap((at, index): At[] => {
    const before = piece[index - 1];
    return before === undefined ? [at] : [[at[0], before[1]], at];
  });
}

/** A tenth of a pixel is more than can be seen. */
const round = (value: number): number => Math.round(value * 10) / 10;
