import { useView } from "./use-view.ts";
import { type Filters, printView } from "./view.ts";

type ViewLink = (pathname: string, more?: Filters) => { pathname: string; search: string };

/** Where a link to another page leads, with the dates and filters of this one; `more` fills in what is not filtered yet. */
export function useViewLink(): ViewLink {
  const { view } = useView();
  return (pathname, more = {}) => {
    const filters = { ...more, ...view.filters };
    return { pathname, search: printView({ ...view, filters }).toString() };
  };
}
