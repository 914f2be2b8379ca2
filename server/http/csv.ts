/** An answer as a file that any spreadsheet opens. */
import type { Response } from "express";

export function sendCsv(response: Response, name: string, csv: string): void {
  response.set("Content-Disposition", `attachment; filename="${name}.csv"`);
  response.type("text/csv; charset=utf-8").send(csv);
}
