/** Names of this machine alone: what may be bound, and what a request may be addressed to, without log-in. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
