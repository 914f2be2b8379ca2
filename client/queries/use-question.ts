/** What every filtered page asks about: the view in the URL, with its dates made definite by the as-of day. */
import { type Question, questionOf } from "../filters/question.ts";
import { useView } from "../filters/use-view.ts";
import { usePopulations } from "./populations.ts";
import { useKnownStatus } from "./status.ts";

export function useQuestion(): Question {
  const { view } = useView();
  const status = useKnownStatus();
  const { weights } = view;
  const population = usePopulations().data?.populations.find(({ name }) => name === weights);
  return { ...questionOf(view, status.asOf ?? status.today), population };
}
