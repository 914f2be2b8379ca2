/** A CSV answer is a file, which says by its name what is in it. */
import type { Response } from "express";
import { formatDay } from "#shared/days.ts";

export function nameFile(
  response: Response,
  name: string,
  range: { from: number; to: number },
): void {
  const file = `${name}_${formatDay(range.from)}_${formatDay(range.to)}.csv`;
  response.set("Content-Disposition", `attachment; filename="${file}"`);
}
