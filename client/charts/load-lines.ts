/** What draws lines, with Recharts: loaded when the first chart is shown, or before by a page that waits for its figures anyway. */
export const loadTimeLines = () => import("./time-lines.tsx");
export const loadSequenceLines = () => import("./sequence-lines.tsx");
