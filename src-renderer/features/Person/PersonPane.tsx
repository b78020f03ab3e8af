import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { toName, toShownName } from '../Conversation/shownName.ts';
import { newestPage } from '../Conversation/useHistory.ts';
import { OtherConversations } from './OtherConversations.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { PersonHead } from './PersonHead.tsx';
import styles from './PersonPane.module.css';

/** What is known of the person of a conversation. */
export const PersonPane = memo(function PersonPane({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const summary = useEngineQuery('conversations.get', newestPage(id)).data?.conversation.person;
  const { data, error } = useEngineQuery(
    'people.get',
    { id: summary?.id ?? '-' },
    { enabled: summary !== undefined },
  );
  if (error) return <EmptyState title={t('person.failed')} />;
  if (!data) return <div className={styles.pane} aria-busy="true" />;
  const { person, conversationCount, messageCount, conversations } = data;
  return (
    <section className={styles.pane} aria-label={t('person.label', { name: toShownName(toName(person)) })}>
      <PersonHead person={person} />
      <PersonFacts person={person} conversationCount={conversationCount} messageCount={messageCount} />
      <OtherConversations conversations={conversations.filter((other) => other.id !== id)} />
    </section>
  );
});
