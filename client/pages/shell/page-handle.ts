import type { MessageKey } from "../../i18n/translate.ts";

/** What a route tells the shell about its page. */
export interface PageHandle {
  title: MessageKey;
  question: MessageKey;
  /** Whether the page answers to dates and filters; such a page also needs data to show anything. */
  isFiltered: boolean;
  /** Whether the page brings its own heading and title, since they depend on what it shows. */
  isSelfTitled?: boolean;
  /** Whether its comparison and the grain of its charts can be chosen. */
  hasSeries?: boolean;
}
