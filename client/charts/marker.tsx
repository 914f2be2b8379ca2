import type { SeriesStyle } from "./palette.ts";

interface Props {
  x: number | string;
  y: number | string;
  style: SeriesStyle;
  size?: number;
}

const shapes: { [Name in SeriesStyle["marker"]]: string } = {
  circle: "M-1 0a1 1 0 1 1 2 0a1 1 0 1 1-2 0z",
  ring: "M-1 0a1 1 0 1 1 2 0a1 1 0 1 1-2 0z",
  square: "M-.9-.9h1.8v1.8h-1.8z",
  box: "M-.9-.9h1.8v1.8h-1.8z",
  triangle: "M0-1.1 1.1.9h-2.2z",
  down: "M0 1.1 1.1-.9h-2.2z",
  diamond: "M0-1.2 1.2 0 0 1.2-1.2 0z",
  cross: "M-.4-1.1h.8v.7h.7v.8h-.7v.7h-.8v-.7h-.7v-.8h.7z",
};

/** A nested svg takes per cents as a place, which a transform could not. */
export function MarkerShape({ x, y, style, size = 4 }: Props) {
  const isHollow = style.marker === "ring" || style.marker === "box";
  return (
    <svg x={x} y={y} overflow="visible" aria-hidden="true">
      <path
        d={shapes[style.marker]}
        transform={`scale(${size})`}
        fill={isHollow ? "var(--surface)" : style.colour}
        stroke={style.colour}
        strokeWidth={isHollow ? 1.8 : 1}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** Line and marker as in the chart, for legends and tables. */
export function Swatch({ style }: { style: SeriesStyle }) {
  return (
    <svg className="swatch" width="26" height="12" aria-hidden="true">
      <line
        x1="1"
        x2="25"
        y1="6"
        y2="6"
        stroke={style.colour}
        strokeWidth="2"
        strokeDasharray={style.dash}
      />
      <MarkerShape x={13} y={6} style={style} />
    </svg>
  );
}
