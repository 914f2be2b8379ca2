/** What the form of a change begins with. */
import type { Change, ChangeInput } from "#shared/contract/change.ts";
import type { Proposal } from "#shared/contract/proposal.ts";
import { t } from "../../i18n/translate.ts";

export interface Draft {
  /** Null where it is to be a new one. */
  id: string | null;
  input: ChangeInput;
}

export function newDraft(today: string): Draft {
  return {
    id: null,
    input: {
      title: "",
      date: today,
      kind: "wording",
      scope: { purposes: [], channels: [], regions: [], generations: [] },
      hypothesis: "",
      owner: "",
      link: "",
      notice: null,
      experiment: null,
    },
  };
}

export function draftOf({ id, createdAt: _, updatedAt: __, ...input }: Change): Draft {
  return { id, input };
}

/** A notice that came up in the data, as far as the data tell. */
export function draftOfProposal({ notice, firstDay }: Proposal): Draft {
  const { id, input } = newDraft(firstDay);
  return { id, input: { ...input, title: t("changes.proposal.draft", { notice }), notice } };
}
