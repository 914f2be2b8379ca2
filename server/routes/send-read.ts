/** Sends what the reader thread makes: what takes seconds, while other requests are answered. */
import type { Request, Response } from "express";
import { nowOf, versionOf } from "../figures/now.ts";
import { etagOf } from "../http/etag.ts";
import type { QuestionName, Questions } from "../reader/questions.ts";
import type { Deps } from "./deps.ts";
import { keepVerdicts } from "./keep-verdicts.ts";

/** The tag of an answer that is not all of one state is made of the answer itself. */
export async function sendRead<Name extends QuestionName>(
  deps: Deps,
  [request, response]: readonly [Request, Response],
  name: Name,
  given: Questions[Name],
  type: "json" | "csv",
): Promise<void> {
  const { store, reader, clock, build, answers } = deps;
  const tagOf = (state: readonly unknown[]) => etagOf([name, given, ...state, build]);
  const asked = store.snapshot((snapshot) =>
    tagOf([nowOf(snapshot, clock).asOf, ...versionOf(snapshot)]),
  );
  await answers.sendMade(request, response, asked, type, async () => {
    const { body, version, language, found } = await reader.ask(name, given, asked, clock());
    keepVerdicts(deps, found);
    if (language !== null) response.set("Content-Language", language);
    return { etag: tagOf(version ?? [body]), body };
  });
}
