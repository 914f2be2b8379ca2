import type { Benchmark } from "#shared/contract/benchmark.ts";
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
  benchmarks?: readonly Benchmark[] | undefined;
}

export function TileRow(props: Props) {
  const { title, metrics, queries, isWeighted = false, benchmarks = [] } = props;
  return (
    <Panel title={title} isBare>
      <ul className="tiles">
        {metrics.map((metric, index) => {
          const query = queries[index];
          if (query === undefined) return null;
          const about = { metric, query, isWeighted, benchmarks };
          return <MetricTile key={metric} {...about} />;
        })}
      </ul>
    </Panel>
  );
}
