import type { Notice } from "#shared/contract/notice.ts";
import { checklistItems } from "#shared/wording.ts";
import { Icon } from "../../components/icon.tsx";
import { t } from "../../i18n/translate.ts";

/** What the wording says, and what it does not, as its author ticked it. */
export function ChecklistSaid({ record }: { record: Notice }) {
  const { checklist, checkedBy } = record;
  return (
    <div>
      <ul className="checklist">
        {checklistItems.map((item) => {
          const isSaid = checklist.includes(item);
          return (
            <li key={item} className={isSaid ? "is-said" : "muted"}>
              <Icon name={isSaid ? "check" : "close"} />{" "}
              <span>
                {t(`checklist.${item}`)}
                {!isSaid && ` (${t("checklist.notTicked")})`}
              </span>
            </li>
          );
        })}
      </ul>
      {checkedBy !== "" && <p className="basis">{t("checklist.by", { name: checkedBy })}</p>}
    </div>
  );
}
