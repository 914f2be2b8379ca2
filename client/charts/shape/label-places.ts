/**
 * Where the labels of lines go, in the order of `lines` (px from the top): each as near above its line as it may be, at
 * least `gap` from the next, and none below `bottom`.
 */
export function placeLabels(lines: readonly number[], gap: number, bottom: number): number[] {
  const order = lines.map((_, index) => index).sort((a, b) => (lines[a] ?? 0) - (lines[b] ?? 0));
  const places = [...lines];
  let least = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    places[index] = Math.max(lines[index] ?? 0, least);
    least = (places[index] ?? 0) + gap;
  }
  let most = bottom;
  for (const index of order.toReversed()) {
    places[index] = Math.min(places[index] ?? 0, most);
    most = (places[index] ?? 0) - gap;
  }
  return places;
}
