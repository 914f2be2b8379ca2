import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { ApiError } from "../../../client/api/client.ts";
import { QueryBoundary, type QueryState } from "../../../client/components/query-boundary.tsx";

function show(query: Partial<QueryState<string>>, hasNothing = false) {
  const refetch = vi.fn();
  render(
    <QueryBoundary
      query={{ data: undefined, error: null, refetch, ...query }}
      size="chart"
      isEmpty={() => hasNothing}
      empty={<p>nothing here</p>}
    >
      {(data) => <p>{data}</p>}
    </QueryBoundary>,
  );
  return refetch;
}

test("a failed refresh does not take away what was loaded", () => {
  show({ data: "the figures", error: new ApiError(500, "internal_error", "") });
  expect(screen.getByText("the figures")).toBeDefined();
  expect(screen.getByRole("status").textContent).toMatch(/could not be refreshed/i);
});

test("an error says what to do, and trying again asks again", () => {
  const refetch = show({ error: new ApiError(0, "no_answer", "") });
  expect(screen.getByRole("alert").textContent).toMatch(/still running/);
  screen.getByRole("button", { name: "Try again" }).click();
  expect(refetch).toHaveBeenCalledOnce();
});

test("waiting and having nothing look different", () => {
  show({});
  expect(screen.getByRole("status").textContent).toMatch(/loading/i);
  show({ data: "the figures" }, true);
  expect(screen.getByText("nothing here")).toBeDefined();
});
