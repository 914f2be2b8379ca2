/**
 * Words by key. Parameters are typed by the message itself; a message with `one` and `other` chooses by `count`.
 * A second language is a second file with the same keys.
 */
import { en } from "./en.ts";

/** Plurals follow the language of the words, not the reader's way of writing numbers. */
const plurals = new Intl.PluralRules("en");

type Messages = typeof en;
export type MessageKey = keyof Messages;

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;
type TextOf<Key extends MessageKey> = Messages[Key] extends { other: infer Other extends string }
  ? Other
  : Messages[Key] extends string
    ? Messages[Key]
    : never;
type Values<Key extends MessageKey> = { [Name in NamesIn<TextOf<Key>>]: string | number };
type Rest<Key extends MessageKey> = Messages[Key] extends string
  ? [NamesIn<TextOf<Key>>] extends [never]
    ? []
    : [values: Values<Key>]
  : [values: Values<Key>, count: number];

interface Plural {
  one: string;
  other: string;
}

/** `t("filter.last", { count: "1,200" }, 1200)`: the number chooses the form, its formatted text goes in. */
export function t<Key extends MessageKey>(key: Key, ...[values, count]: Rest<Key>): string {
  return render(en[key], values ?? {}, count ?? 0);
}

/** For keys put together from data (a code, a slug): null where there are no words for it. */
export function translateIfKnown(
  key: string,
  values: { [name: string]: string | number } = {},
  count = 0,
): string | null {
  return Object.hasOwn(en, key) ? render(en[key as MessageKey], values, count) : null;
}

function render(
  message: string | Plural,
  values: { [name: string]: string | number },
  count: number,
): string {
  const isOne = typeof message !== "string" && plurals.select(count) === "one";
  const text = typeof message === "string" ? message : isOne ? message.one : message.other;
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => `${values[name] ?? hole}`);
}
