import { type ChecklistItem, checklistItems } from "#shared/wording.ts";
import { t } from "../i18n/translate.ts";
import { Icon } from "./icon.tsx";

interface Props {
  checklist: readonly ChecklistItem[];
  /** Who says so, where that is known. */
  checkedBy?: string;
}

/** What the wording says, and what it does not, as its author ticked it. */
export function ChecklistSaid({ checklist, checkedBy = "" }: Props) {
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
