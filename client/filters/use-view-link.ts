import { useView } from "./use-view.ts";
import { printView } from "./view.ts";

/** Where a link to another page leads, with the dates and filters of this one. */
export function useViewLink(): (pathname: string) => { pathname: string; search: string } {
  const { view } = useView();
  return (pathname) => ({ pathname, search: printView(view).toString() });
}
