import { digitsOfStep, formatSigned } from "../format/numbers.ts";
import { placeOf, type Scale } from "./shape/scale.ts";

/** Over the whiskers of a table: points, signed. */
export function EffectAxis({ scale }: { scale: Scale }) {
  const zero = scale.ticks.indexOf(0);
  const digits = digitsOfStep(scale.step * 100);
  return (
    <svg className="forest-axis" height="18" width="100%" aria-hidden="true">
      {scale.ticks.map((tick, place) => (
        <text
          key={tick}
          className={(place - zero) % 2 === 0 ? undefined : "is-spare"}
          x={`${placeOf(tick, scale) * 100}%`}
          y="13"
          textAnchor="middle"
        >
          {formatSigned(tick * 100, digits)}
        </text>
      ))}
    </svg>
  );
}
