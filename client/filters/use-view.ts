import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { parseView, printView, type View } from "./view.ts";

/** The view in the URL; every update is a step in the history, so that Back undoes it. */
export function useView() {
  const [parameters, setParameters] = useSearchParams();
  const parsed = useMemo(() => parseView(parameters), [parameters]);
  const update = (patch: Partial<View>) =>
    setParameters((current) => printView({ ...parseView(current).view, ...patch }, current), {
      preventScrollReset: true,
    });
  return { ...parsed, update };
}
