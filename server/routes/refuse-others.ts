/** A parameter that an answer does not have is refused: a mistyped one would pass for one that was heard. */
import { fault, type Query } from "./metric-query.ts";

export function refuseOthers(query: Query, known: readonly string[]): void {
  const other = Object.keys(query).find((name) => !known.includes(name));
  if (other === undefined) return;
  const names = known.length === 0 ? "none" : known.join(", ");
  const message = `there is no parameter ${JSON.stringify(other)}; there are ${names}`;
  throw fault("unknown_parameter", other, message);
}
