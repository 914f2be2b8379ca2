/** Which language the texts of an answer are asked for in. */
import type { Request, Response } from "express";
import { type Language, languages } from "#shared/vocabulary.ts";
import { oneOf } from "./metric-query.ts";

/** The one of `?lang=`, else the best that the client reads, else English. Says that the answer varies by it. */
export function languageOf(request: Request, response: Response): Language {
  response.vary("Accept-Language");
  const asked = oneOf(request.query, "lang", languages);
  if (asked !== null) return asked;
  const read = request.acceptsLanguages(...languages);
  return languages.find((language) => language === read) ?? languages[0];
}
