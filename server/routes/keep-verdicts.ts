/** Writes down the verdicts that an answer found to be final. The answer does not wait for it, and stands without it. */
import { formatDay } from "#shared/days.ts";
import type { FoundVerdict } from "../figures/kept-verdict.ts";
import { nowOf } from "../figures/now.ts";
import type { Deps } from "./deps.ts";

/** What is not kept now is found again the next time. */
export function keepVerdicts(
  { store, writer, clock, log }: Pick<Deps, "store" | "writer" | "clock" | "log">,
  found: readonly FoundVerdict[],
): void {
  if (found.length === 0) return;
  const at = new Date(clock()).toISOString();
  const keptOn = formatDay(store.snapshot((snapshot) => nowOf(snapshot, clock).today));
  for (const one of found) {
    const record = { ...one, keptOn, createdAt: at, updatedAt: at };
    writer.send("putRecord", { kind: "final_verdict", record }).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : "not an error";
      log.error({ error: reason }, "a final verdict was not kept");
    });
  }
}
