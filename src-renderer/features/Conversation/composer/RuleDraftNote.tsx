import { IconBolt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../../engine/hooks.ts';
import { toShownName } from '../../../ui/shownName.ts';
import styles from './ComposerNotes.module.css';
import type { OpenReply } from './useReply.ts';

/** Says that a rule has begun the draft, until somebody changes it. */
export function RuleDraftNote({ reply: { conversationId, channel, text } }: { readonly reply: OpenReply }) {
  const { t } = useTranslation();
  const { data } = useEngineQuery('drafts.list', { conversationId });
  const draft = data?.items.find((one) => one.channel === channel);
  if (draft?.rule === undefined || draft.text !== text) return null;
  return (
    <div className={styles.note} role="status">
      <IconBolt aria-hidden="true" size={15} stroke={1.75} />
      <span>{t('rules.drafted', { name: toShownName(draft.rule, 60) })}</span>
    </div>
  );
}
