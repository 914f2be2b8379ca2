import { MarkerShape } from "./marker.tsx";
import type { SeriesStyle } from "./palette.ts";
import type { Effect } from "./shape/effects.ts";
import { placeOf, type Scale } from "./shape/scale.ts";

const HEIGHT = 30;
const MIDDLE = HEIGHT / 2;

const styles: { [Tone in Effect["tone"]]: SeriesStyle } = {
  good: { colour: "var(--good)", marker: "circle", dash: "" },
  bad: { colour: "var(--bad)", marker: "diamond", dash: "" },
  neutral: { colour: "var(--muted)", marker: "ring", dash: "" },
};

/** One effect on its interval, over the band in which it would be too small to matter. */
export function EffectWhisker({ effect, scale }: { effect: Effect; scale: Scale }) {
  const { value, low, high, size, other, tone } = effect;
  const style = styles[tone];
  const x = (at: number) =>
    `${placeOf(Math.min(Math.max(at, scale.low), scale.high), scale) * 100}%`;
  const width = `${((Math.min(size, scale.high) - Math.max(-size, scale.low)) / (scale.high - scale.low)) * 100}%`;
  return (
    <svg className="whisker" height={HEIGHT} width="100%" aria-hidden="true">
      <rect className="effect-band" x={x(-size)} width={width} y="0" height={HEIGHT} />
      <line className="effect-zero" x1={x(0)} x2={x(0)} y1="0" y2={HEIGHT} />
      {value !== null && (
        <>
          <line
            x1={x(low ?? scale.low)}
            x2={x(high ?? scale.high)}
            y1={MIDDLE}
            y2={MIDDLE}
            stroke={style.colour}
            strokeWidth="3"
            strokeOpacity="0.5"
          />
          {isCut(low, scale.low, -1) && <CutEnd x={x(scale.low)} style={style} sign={-1} />}
          {isCut(high, scale.high, 1) && <CutEnd x={x(scale.high)} style={style} sign={1} />}
          {other !== null && (
            <line className="whisker-before" x1={x(other)} x2={x(other)} y1="8" y2={HEIGHT - 8} />
          )}
          <MarkerShape x={x(value)} y={MIDDLE} style={style} size={5} />
        </>
      )}
    </svg>
  );
}

/** Whether the interval goes on beyond the scale. */
function isCut(end: number | null, edge: number, sign: 1 | -1): boolean {
  return end === null || (end - edge) * sign > 0;
}

function CutEnd({ x, style, sign }: { x: string; style: SeriesStyle; sign: 1 | -1 }) {
  return (
    <svg x={x} y={MIDDLE} overflow="visible" aria-hidden="true">
      <path d={`M${sign * 5} 0 L${-sign * 2} -5 V5 Z`} fill={style.colour} />
    </svg>
  );
}
