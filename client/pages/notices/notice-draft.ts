/** A notice as it is being written, and what is wrong with it. */
import type { Notice, NoticeInput } from "#shared/contract/notice.ts";
import { emptyWording, type Wording } from "#shared/wording.ts";
import { t } from "../../i18n/translate.ts";
import type { KnownNotice } from "./known-notice.ts";

const NOTICE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const FIRST_LANGUAGE = "en";

export function draftOf({ id: _, createdAt: __, updatedAt: ___, ...input }: Notice): NoticeInput {
  return input;
}

/** A version of this name, or one without a name yet: it follows the one before it, in the same languages. */
export function newDraft(notice: string, known: readonly KnownNotice[]): NoticeInput {
  const at = known.findIndex((one) => one.notice === notice);
  const previous = known[at + 1] ?? null;
  const languages = Object.keys(previous?.record?.wording ?? {});
  const [first = FIRST_LANGUAGE, ...rest] = languages;
  return {
    notice,
    title: "",
    purposes: previous?.record?.purposes ?? [],
    wording: Object.fromEntries([first, ...rest].map((locale) => [locale, emptyWording])),
    layoutNotes: "",
    checklist: [],
    checkedBy: "",
    previous: previous?.notice ?? null,
    link: "",
  };
}

export function isEmpty(wording: Wording): boolean {
  return Object.values(wording).every((part) => part.trim() === "");
}

/** Languages in which nothing was written are left out. */
export function inputOf(draft: NoticeInput): NoticeInput {
  const written = Object.entries(draft.wording).filter(([, wording]) => !isEmpty(wording));
  return { ...draft, notice: draft.notice.trim(), wording: Object.fromEntries(written) };
}

export function problemsOf(
  { notice, previous, link }: NoticeInput,
  others: readonly Notice[],
): { notice?: string; previous?: string; link?: string } {
  const name = notice.trim();
  return {
    ...(NOTICE.test(name) ? {} : { notice: t("notices.rule.notice") }),
    ...(others.some((other) => other.notice === name)
      ? { notice: t("notices.rule.taken", { notice: name }) }
      : {}),
    ...(previous === null || NOTICE.test(previous) ? {} : { previous: t("notices.rule.notice") }),
    ...(previous === name && name !== "" ? { previous: t("notices.rule.previous") } : {}),
    ...(link === "" || /^https?:\/\//i.test(link) ? {} : { link: t("notices.rule.link") }),
  };
}
