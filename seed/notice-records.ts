/** The notices of a world as their author wrote them down. */
import { type Notice, noticeInput } from "#shared/contract/notice.ts";
import { datedNotices } from "./worlds/dates.ts";
import type { World } from "./worlds/world.ts";

/** `now` in ms since 1970. */
export function noticeRecords(world: World, until: string, now: number): Notice[] {
  const at = new Date(now).toISOString();
  const notices = datedNotices(world, until);
  return notices.map(({ id, wordings, checklist }, i) => ({
    id: `demo-${id}`,
    ...noticeInput.parse({
      notice: id,
      title: Object.values(wordings)[0]?.title,
      wording: wordings,
      checklist,
      checkedBy: "Consent team",
      previous: notices[i - 1]?.id ?? null,
    }),
    createdAt: at,
    updatedAt: at,
  }));
}
