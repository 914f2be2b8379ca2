/** The versions that there are: seen in the data, written down, or both. */
import type { DimensionsAnswer } from "#shared/contract/admin.ts";
import type { Notice } from "#shared/contract/notice.ts";
import { byVersion } from "#shared/versions.ts";
import { NONE, UNKNOWN } from "#shared/vocabulary.ts";

export interface KnownNotice {
  notice: string;
  /** Null where nobody wrote it down. */
  record: Notice | null;
}

/** The latest by name first. */
export function knownNotices(
  records: readonly Notice[],
  dimensions: DimensionsAnswer["dimensions"],
): KnownNotice[] {
  const values = dimensions.find(({ name }) => name === "notice")?.values ?? [];
  const seen = values.map(({ value }) => value).filter((one) => one !== NONE && one !== UNKNOWN);
  const names = [...new Set([...seen, ...records.map(({ notice }) => notice)])];
  return names
    .toSorted((a, b) => byVersion(b, a))
    .map((notice) => ({
      notice,
      record: records.find((record) => record.notice === notice) ?? null,
    }));
}

export const pathOf = (notice: string) => `/notices/${encodeURIComponent(notice)}`;
export const editPathOf = (notice: string) => `${pathOf(notice)}/edit`;
export const newPathOf = (notice: string) => `/new-notice?notice=${encodeURIComponent(notice)}`;
