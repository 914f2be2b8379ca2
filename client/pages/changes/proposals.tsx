import type { Proposal } from "#shared/contract/proposal.ts";
import { errorText } from "../../components/error-text.ts";
import { Icon } from "../../components/icon.tsx";
import { valueLabel } from "../../components/labels.ts";
import { Panel } from "../../components/panel.tsx";
import { useToast } from "../../components/toast.tsx";
import { formatDate } from "../../format/dates.ts";
import { formatList } from "../../format/lists.ts";
import { t } from "../../i18n/translate.ts";
import { useChanges } from "../../queries/changes.ts";
import { useProposals, useReply } from "../../queries/findings.ts";
import { useChangeActions } from "./change-actions.tsx";
import { draftOf, draftOfProposal } from "./change-input.ts";

/** New notices that nobody wrote down. Nothing stands here while there are none, or while they can't be told. */
export function Proposals() {
  const proposals = useProposals().data?.proposals ?? [];
  if (proposals.length === 0) return null;
  return (
    <Panel title={t("changes.proposals")}>
      <ul className="finding-list">
        {proposals.map((proposal) => (
          <ProposalItem key={proposal.notice} proposal={proposal} />
        ))}
      </ul>
    </Panel>
  );
}

function ProposalItem({ proposal }: { proposal: Proposal }) {
  const { notice, firstDay, purposes, channels, near } = proposal;
  const { edit } = useChangeActions();
  const reply = useReply();
  const toast = useToast();
  const nearby = useChanges().data?.changes.find(({ id }) => id === near?.id);
  const dismiss = () =>
    reply.mutate(
      { to: "new_notice", about: notice, note: "" },
      {
        onSuccess: () => toast(t("changes.proposal.dismissed", { notice })),
        onError: (error) => toast(errorText(error), "bad"),
      },
    );
  const names = (dimension: string, values: readonly string[]) =>
    formatList(values.map((value) => valueLabel(dimension, value)));
  return (
    <li className="finding">
      <div>
        <p className="is-strong">
          {t("changes.proposal.title", { notice, date: formatDate(firstDay) })}
        </p>
        {purposes.length > 0 && channels.length > 0 && (
          <p className="muted">
            {t("changes.proposal.where", {
              purposes: names("purpose", purposes),
              channels: names("channel", channels),
            })}
          </p>
        )}
      </div>
      <div className="panel-actions">
        <button
          type="button"
          className="button"
          aria-label={t("changes.proposal.recordLabel", { notice })}
          onClick={() => edit(draftOfProposal(proposal))}
        >
          <Icon name="plus" /> {t("changes.proposal.record")}
        </button>
        {nearby !== undefined && (
          <button
            type="button"
            className="button"
            onClick={() => {
              const { id, input } = draftOf(nearby);
              edit({ id, input: { ...input, notice } });
            }}
          >
            {t("changes.proposal.near", { title: nearby.title })}
          </button>
        )}
        <button
          type="button"
          className="button quiet"
          aria-label={t("changes.proposal.dismissLabel", { notice })}
          disabled={reply.isPending}
          onClick={dismiss}
        >
          {t("changes.proposal.dismiss")}
        </button>
      </div>
    </li>
  );
}
