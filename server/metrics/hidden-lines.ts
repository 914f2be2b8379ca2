/** Cells along lines: what else is hidden so that a hidden cell can't be had by subtraction. The rule: suppress.ts. */

/** `size` is what the threshold looks at; 0 is no data. One cell may lie in several lines. */
export type Cell = { readonly size: number; hidden: boolean };
export type Line = { cells: Cell[]; total?: Cell };

export function newCell(size: number, k: number): Cell {
  return { size, hidden: size >= 1 && size < k };
}

/** Hides what the lines need, in their order, all of them again until nothing changes; says whether anything did. */
export function hideAlong(lines: readonly Line[], k: number): boolean {
  const changedOnce = () => lines.map((line) => protect(line, k)).includes(true);
  const changed = changedOnce();
  if (changed) while (changedOnce());
  return changed;
}

/** Hides what the line needs; says whether anything changed. */
function protect(line: Line, k: number): boolean {
  const cells = line.total ? [...line.cells, line.total] : line.cells;
  let changed = false;
  for (;;) {
    const hidden = cells.filter((cell) => cell.hidden);
    const together = hidden.reduce((sum, { size }) => sum + size, 0);
    if (hidden.length === 0 || (hidden.length >= 2 && together >= k)) return changed;
    const next = smallestShown(line.cells) ?? smallestShown(cells);
    if (!next) return changed;
    next.hidden = true;
    changed = true;
  }
}

function smallestShown(cells: Cell[]): Cell | undefined {
  const shown = cells.filter(({ size, hidden }) => size >= 1 && !hidden);
  return shown.reduce<Cell | undefined>(
    (least, cell) => (least && least.size <= cell.size ? least : cell),
    undefined,
  );
}
