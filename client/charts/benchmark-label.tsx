interface Props {
  text: string;
  /** How far it is moved, in px, to keep clear of another. */
  shift: number;
  /** Given by Recharts, which clones its labels. */
  viewBox?: { x?: number; y?: number; width?: number };
}

const INSET = 6;
const ABOVE = 5;
const CHARACTER = 6.8;

/** The name of a dashed line, on its start; what does not fit stands in the note below the chart. */
export function BenchmarkLabel({ text, shift, viewBox = {} }: Props) {
  const { x = 0, y = 0, width = 0 } = viewBox;
  const room = Math.max(8, Math.floor((width - 2 * INSET) / CHARACTER));
  return (
    <text className="benchmark-label" x={x + INSET} y={y - ABOVE + shift}>
      {text.length <= room ? text : `${text.slice(0, room - 1).trimEnd()}…`}
    </text>
  );
}
