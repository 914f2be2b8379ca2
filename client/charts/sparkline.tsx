import type { Point } from "#shared/contract/metric.ts";
import { shapeSparkline } from "./shape/sparkline.ts";

const WIDTH = 240;
const HEIGHT = 44;
const MARGIN = 5;

/** Decoration beside the figures: what it shows is said in words around it. */
export function Sparkline({ points }: { points: readonly Point[] }) {
  const { path, lone, last } = shapeSparkline(points, WIDTH, HEIGHT);
  if (last === null) return null;
  const box = `${-MARGIN} ${-MARGIN} ${WIDTH + 2 * MARGIN} ${HEIGHT + 2 * MARGIN}`;
  return (
    <svg className="sparkline" viewBox={box} aria-hidden="true">
      <path d={path} fill="none" />
      {lone.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r="2.5" />
      ))}
      <circle cx={last.x} cy={last.y} r="4" />
    </svg>
  );
}
