import type { MetricAnswer } from "#shared/contract/metric.ts";
import type { MetricName } from "#shared/metric-list.ts";
import { Panel } from "../components/panel.tsx";
import type { QueryState } from "../components/query-boundary.tsx";
import { MetricTile } from "./metric-tile.tsx";

interface Props {
  title: string;
  metrics: readonly MetricName[];
  /** One for each metric, in the same order. */
  queries: readonly QueryState<MetricAnswer>[];
  /** Whether a population is chosen: a figure that is not weighted then says so. */
  isWeighted?: boolean;
}

export function TileRow({ title, metrics, queries, isWeighted = false }: Props) {
  return (
    <Panel title={title} isBare>
      <ul className="tiles">
        {metrics.map((metric, index) => {
          const query = queries[index];
          if (query === undefined) return null;
          return <MetricTile key={metric} metric={metric} query={query} isWeighted={isWeighted} />;
        })}
      </ul>
    </Panel>
  );
}
