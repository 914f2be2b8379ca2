import { useSearchParams } from "react-router";

/** One of a few named choices, kept in the URL under `name`; the first of `list` is the default and leaves no trace. */
export function useChoice<Value extends string>(
  name: string,
  list: readonly [Value, ...Value[]],
): [Value, (value: Value) => void] {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.get(name);
  const value = list.find((known) => known === text) ?? list[0];
  const choose = (next: Value) =>
    setParameters(
      (current) => {
        const result = new URLSearchParams(current);
        if (next === list[0]) result.delete(name);
        else result.set(name, next);
        return result;
      },
      { preventScrollReset: true },
    );
  return [value, choose];
}
