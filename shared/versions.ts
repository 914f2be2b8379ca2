/** Names of versions in their order, numbers by size: v2 before v10, 2026-02 before 2026-10. */

const collator = new Intl.Collator("en", { numeric: true });

export function byVersion(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : 1);
}
