import { useSearchParams } from "react-router";

/** What the URL's parameters choose of `list`, or its first. */
export function choiceOf<Value extends string>(
  parameters: URLSearchParams,
  name: string,
  list: readonly [Value, ...Value[]],
): Value {
  const text = parameters.get(name);
  return list.find((known) => known === text) ?? list[0];
}

/** One of a few named choices, kept in the URL under `name`; the first of `list` is the default and leaves no trace. */
export function useChoice<Value extends string>(
  name: string,
  list: readonly [Value, ...Value[]],
): [Value, (value: Value) => void] {
  const [parameters, setParameters] = useSearchParams();
  const value = choiceOf(parameters, name, list);
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
