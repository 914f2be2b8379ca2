/** Writes down the verdicts that an answer found to be final. The answer does not wait for it, and stands without it. */
import { formatDay } from "#shared/days.ts";
import { questionOfChange } from "../figures/kept-verdict.ts";
import type { ChangeVerdict } from "../figures/verdict-list.ts";
import type { Deps } from "./deps.ts";

/** `today` in days since 1970. What is not kept now is found again the next time. */
export function keepVerdicts(
  { writer, clock, log }: Pick<Deps, "writer" | "clock" | "log">,
  verdicts: readonly Pick<ChangeVerdict, "change" | "found">[],
  today: number,
): void {
  const at = new Date(clock()).toISOString();
  for (const { change, found } of verdicts) {
    if (found === null) continue;
    const record = {
      id: change.id,
      keptOn: formatDay(today),
      question: questionOfChange(change),
      answer: found,
      createdAt: at,
      updatedAt: at,
    };
    writer.send("putRecord", { kind: "final_verdict", record }).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : "not an error";
      log.error({ error: reason }, "a final verdict was not kept");
    });
  }
}
