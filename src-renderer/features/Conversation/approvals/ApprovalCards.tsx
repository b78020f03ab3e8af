import { useTranslation } from 'react-i18next';
import type { Approval } from '#shared/domain/approval.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useEngineEvent, useEngineQuery } from '../../../engine/hooks.ts';
import { useSaid } from '../../../state/said.ts';
import { ApprovalCard } from './ApprovalCard.tsx';
import styles from './Approvals.module.css';

const none: readonly Approval[] = [];

/** The replies of a conversation that wait for an approval, above the composer; the commands are those of the oldest. */
export function ApprovalCards({ conversation }: { readonly conversation: Conversation }) {
  const { id: conversationId, approval } = conversation;
  const input = { conversationId };
  const items =
    useEngineQuery('approvals.list', input, { enabled: approval !== undefined }).data?.items ?? none;
  if (approval === undefined || items.length === 0) return null;
  return (
    <div className={styles.cards} data-approvals>
      {items.map((item, index) => (
        <ApprovalCard key={item.id} item={item} person={conversation.person} isFirst={index === 0} />
      ))}
    </div>
  );
}

/** Says that the agent is asked to approve a reply, or what became of theirs, with the way to it. */
export function ApprovalNews() {
  const { t } = useTranslation();
  useEngineEvent((event) => {
    if (event.name !== 'approvals.told') return;
    const { kind, conversationId } = event.params;
    useSaid.getState().say(t(`approval.told.${kind}`), conversationId);
  });
  return null;
}
