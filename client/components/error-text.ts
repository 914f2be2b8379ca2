import { t } from "../i18n/translate.ts";

/** What an error of the API carries; read by shape, since components know nothing of the client that throws it. */
interface Coded {
  status: number;
  code: string;
  fields: readonly { field: string; message: string }[];
}

/** What went wrong, and what to do about it. */
export function errorText(error: Error): string {
  if (!isCoded(error)) return t("error.request", { message: error.message });
  if (error.code === "no_answer") return t("error.noAnswer");
  if (error.code === "not_json") return t("error.notJson");
  if (error.status >= 500) return t("error.server", { status: error.status });
  const fields = error.fields.map(({ field, message }) => `${field}: ${message}`);
  return t("error.request", { message: fields.length > 0 ? fields.join("; ") : error.message });
}

function isCoded(error: Error): error is Error & Coded {
  return "status" in error && "code" in error && "fields" in error;
}
