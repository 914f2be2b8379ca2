/** How long reads take, one after the other. */
import { formatDay } from "../shared/days.ts";
import { LAST_DAY } from "./generate.ts";

/** `n` reads of run `run`, each with a confidence of its own, so that none comes out of memory. */
export async function readTimes(
  url: string,
  n: number,
  run: number,
  goOn = () => true,
): Promise<number[]> {
  const range = `from=${formatDay(LAST_DAY - 363)}&to=${formatDay(LAST_DAY)}`;
  const times: number[] = [];
  for (let i = 0; i < n && goOn(); i += 1) {
    const confidence = 0.9 + (run * n + i) / 1_000_000;
    const asked = `opt_in_rate?${range}&by=generation&grain=week&confidence=${confidence}`;
    const start = performance.now();
    const response = await fetch(`${url}/api/v1/metrics/${asked}`);
    if (!response.ok) throw new Error(await response.text());
    await response.arrayBuffer();
    times.push(performance.now() - start);
  }
  return times;
}
