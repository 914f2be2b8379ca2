/** What draws lines, with Recharts: its code comes when the first chart is shown, or with the route of a page that has one. */
import { later } from "../components/later.tsx";
import { Skeleton } from "../components/query-boundary.tsx";

const placeholder = <Skeleton size="chart" />;

export const TimeLines = later(
  async () => (await import("./time-lines.tsx")).TimeLines,
  placeholder,
);
export const SequenceLines = later(
  async () => (await import("./sequence-lines.tsx")).SequenceLines,
  placeholder,
);
export const CurveLines = later(
  async () => (await import("./curve-lines.tsx")).CurveLines,
  placeholder,
);
export const CounterfactualLines = later(
  async () => (await import("./counterfactual-lines.tsx")).CounterfactualLines,
  placeholder,
);
