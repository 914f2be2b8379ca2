import { QueryBoundary } from "../../components/query-boundary.tsx";
import { useSettings } from "../../queries/settings.ts";
import { BenchmarksPanel } from "./benchmarks-panel.tsx";
import { FiguresPanel } from "./figures-panel.tsx";
import { PopulationsPanel } from "./populations-panel.tsx";

export function SettingsPage() {
  const settings = useSettings();
  return (
    <div className="stack">
      <QueryBoundary query={settings} size="chart">
        {(answer) => <FiguresPanel settings={answer} />}
      </QueryBoundary>
      <PopulationsPanel />
      <BenchmarksPanel />
    </div>
  );
}
