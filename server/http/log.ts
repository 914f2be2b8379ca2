/** What the server logs with: structured, levelled, and never the content of a request. */
import type { Logger } from "pino";

export type Log = Pick<Logger, "error" | "warn" | "info" | "debug">;
