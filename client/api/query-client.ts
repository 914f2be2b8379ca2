import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./client.ts";

const MAX_RETRIES = 2;

/** What the caller got wrong stays wrong; only silence and trouble on the server are worth another try. */
export function shouldRetry(failures: number, error: Error): boolean {
  const isTheirs = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return !isTheirs && failures < MAX_RETRIES;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: shouldRetry },
      mutations: { retry: false },
    },
  });
}
