import { render, screen } from "@testing-library/react";
import { Component, type ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { later } from "../../../client/components/later.tsx";

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;

test("its place is held only until its code is there", async () => {
  const code = Promise.withResolvers<typeof Greeting>();
  const Later = later(() => code.promise, <p>soon</p>);
  render(<Later name="you" />);
  expect(screen.getByText("soon")).toBeDefined();
  const began = performance.now();
  code.resolve(Greeting);
  await screen.findByText("Hello you", {}, { interval: 5 });
  // React's lazy shows it 300 ms after the placeholder at the earliest.
  expect(performance.now() - began).toBeLessThan(200);
  expect(screen.queryByText("soon")).toBeNull();
});

test("code that was loaded before is shown at once, and fetched once", async () => {
  const fetchCode = vi.fn(async () => Greeting);
  const Later = later(fetchCode, <p>soon</p>);
  await Later.load();
  render(<Later name="you" />);
  expect(screen.getByText("Hello you")).toBeDefined();
  await Later.load();
  expect(fetchCode).toHaveBeenCalledTimes(1);
});

class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null };
  static getDerivedStateFromError = (error: Error) => ({ error });
  override render() {
    const { error } = this.state as { error: Error | null };
    return error === null ? this.props.children : <p>{error.message}</p>;
  }
}

test("code that cannot be had fails what shows it, and is tried again by what shows it next", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const fetchCode = vi
    .fn(async () => Greeting)
    .mockRejectedValueOnce(new Error("first"))
    .mockRejectedValueOnce(new Error("second"));
  const Later = later(fetchCode, <p>soon</p>);
  await expect(Later.load()).rejects.toThrow("first");
  render(
    <Boundary>
      <Later name="you" />
    </Boundary>,
  );
  expect(await screen.findByText("second")).toBeDefined();
  render(<Later name="again" />);
  expect(await screen.findByText("Hello again")).toBeDefined();
});
