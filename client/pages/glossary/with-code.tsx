import type { ReactNode } from "react";

/** Definitions set words of the contract in backquotes. */
export function withCode(text: string): ReactNode[] {
  return text
    .split("`")
    .map((part, index) => (index % 2 === 1 ? <code key={`${index}-${part}`}>{part}</code> : part));
}
