/** The primary once more without some people: does the answer hang on them? */
import { lookAt } from "./look.ts";
import { type Standing, standing } from "./standing.ts";

export interface Without {
  difference: number | null;
  low: number | null;
  high: number | null;
}

interface Arms<Of> {
  control: Of;
  variant: Of;
}

/** Without exposures of which is known how they were decided: the same comparison again. */
export function withoutDecided(
  arms: Arms<Standing>,
  left: Arms<{ n: number; count: number }>,
  tunedFor: number,
): Without {
  const rest = (name: keyof typeof arms) => {
    const { n, count, effective } = arms[name];
    const effect = effective === 0 ? 1 : n / effective;
    return standing(n - left[name].n, count - left[name].count, effect);
  };
  const [control, variant] = [rest("control"), rest("variant")];
  const people = control.effective + variant.effective;
  const look = lookAt(control, variant, { people, tunedFor });
  if (look === null) return { difference: null, low: null, high: null };
  const { difference, low, high } = look;
  return { difference, low, high };
}

/** Without exposures of which only the number is known: the least and most that the difference can be. */
export function withoutAny(arms: Arms<Standing>, left: Arms<number>): Without {
  const { control, variant } = arms;
  const down = share(variant, left.variant, "yes");
  const up = share(variant, left.variant, "no");
  const most = share(control, left.control, "no");
  const least = share(control, left.control, "yes");
  if (down === null || up === null || most === null || least === null) {
    return { difference: null, low: null, high: null };
  }
  return { difference: null, low: down - most, high: up - least };
}

/** An arm's share if all that were left out had said yes, or no. */
function share({ n, count }: Standing, left: number, said: "yes" | "no"): number | null {
  if (n - left <= 0) return null;
  const rest = said === "yes" ? Math.max(0, count - left) : Math.min(count, n - left);
  return rest / (n - left);
}
