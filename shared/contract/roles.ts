/** What a route asks of its caller. Without log-in (AUTH=none) everybody on this machine has every role. */
export const roles = ["ingest", "viewer", "analyst", "admin"] as const;
export type Role = (typeof roles)[number];
