/**
 * The words are English, so numbers and dates follow the reader's own kind of English (12 Nov or Nov 12). Formatters
 * are made once, since making one costs more than using it a thousand times.
 */
export const locale: string =
  (typeof navigator === "undefined" ? [] : navigator.languages).find((tag) =>
    /^en(-[a-z\d-]+)?$/i.test(tag),
  ) ?? "en-GB";

export function memo<Key extends string | number, Value>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
