// Candor itself, on an empty store of its own: what the data sets are sent to and asked from.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { IntakeAnswer } from "#shared/contract/event.ts";
import type { ExperimentResults } from "#shared/contract/experiment-results.ts";
import type { CurveAnswer, Estimate, Figure, MetricAnswer } from "#shared/contract/metric.ts";
import { parseConfig } from "../../server/config.ts";
import { serve } from "../../server/serve.ts";

export type Api = {
  /** Throws where anything was refused, or was not understood. */
  send(route: "events" | "counts", records: string | readonly object[]): Promise<void>;
  metric(question: string): Promise<MetricAnswer>;
  curve(question: string): Promise<CurveAnswer>;
  /** Writes an experiment down, reads its results, and takes it away again. The first variant is the control. */
  experiment(asked: AskedExperiment): Promise<ExperimentResults>;
  stop(): Promise<void>;
};

export type AskedExperiment = {
  slug: string;
  /** Variant → planned share. */
  planned: { readonly [variant: string]: number };
  purpose: string;
};

type Groups = { series: { group: { [dimension: string]: string }; total: Figure }[] };

/** On this day, with the settings that Candor begins with. */
export async function startApi(day: string): Promise<Api> {
  const folder = mkdtempSync(join(tmpdir(), "candor-real-data-"));
  const config = parseConfig({ PORT: "0", DATA_DIR: folder, SEED: "none" });
  const serving = await serve({
    config,
    clock: () => Date.parse(`${day}T23:00:00Z`),
    log: pino({ level: "silent" }),
    pageFolder: join(folder, "no-page"),
    fillDemo: async () => {},
    onDeath: (error) => {
      throw error;
    },
  });
  const root = `${serving.url}/api/v1`;
  async function get<Answer>(path: string): Promise<Answer> {
    return (await answerTo(await fetch(`${root}/${path}`))) as Answer;
  }
  return {
    async send(route, records) {
      const body =
        typeof records === "string"
          ? records
          : records.map((one) => JSON.stringify(one)).join("\n");
      const headers = { "content-type": "application/x-ndjson" };
      const response = await fetch(`${root}/${route}`, { method: "POST", headers, body });
      const { rejected, ignoredFields } = (await answerTo(response)) as IntakeAnswer;
      const [refused] = rejected;
      if (refused) throw new Error(`${rejected.length} refused: ${refused.message}`);
      if (ignoredFields.length > 0) throw new Error(`not understood: ${ignoredFields.join(", ")}`);
    },
    metric: (question) => get(`metrics/${question}`),
    curve: (question) => get(`metrics/consent_retention/curve?${question}`),
    async experiment({ slug, planned, purpose }) {
      const variants = Object.entries(planned).map(([variant, share], at) => {
        return { slug: variant, share, isControl: at === 0 };
      });
      const response = await fetch(`${root}/experiments`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          slug,
          title: slug,
          purposes: [purpose],
          variants,
          status: "running",
        }),
      });
      const { id } = (await answerTo(response)) as { id: string };
      const results = await get<ExperimentResults>(`experiments/${id}/results`);
      await fetch(`${root}/experiments/${id}`, { method: "DELETE" });
      return results;
    },
    async stop() {
      await serving.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function answerTo(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.url}: ${await response.text()}`);
  return response.json();
}

/** The figure of the one group whose name has this in it; null where it is hidden, or is not there. */
export function cellOf({ series }: Groups, ...values: string[]): Estimate | null {
  const found = series.find(({ group }) =>
    values.every((value) => Object.values(group).includes(value)),
  );
  return found === undefined || found.total.suppressed ? null : found.total;
}

export function isHidden({ series }: Groups, value: string): boolean {
  const found = series.find(({ group }) => Object.values(group).includes(value));
  return found?.total.suppressed ?? false;
}

/** "68 of 76". */
export function countOf(cell: Estimate | null): string {
  return cell === null ? "hidden" : `${cell.count} of ${cell.n}`;
}

/** The primary outcome of the one variant beside the control, as one look that was planned: limits, and p. */
export function fixedOf({ comparisons: [only] }: ExperimentResults) {
  return only?.outcomes.find(({ role }) => role === "primary")?.fixed ?? null;
}
