import { IconSend2 } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '#shared/domain/reply.ts';
import { listCommands, useCommandsAhead } from '../../commands/useCommandsAhead.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { focusEntry, useFocusArea, useNeighbourFocus } from '../../state/focus.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page, PageSection } from '../../ui/Page.tsx';
import { groupEntries } from './groupEntries.ts';
import styles from './Outbox.module.css';
import { OutboxRow } from './OutboxRow.tsx';
import { outboxDepth } from './useDecisions.ts';
import { useOutboxCommands } from './useOutboxCommands.ts';

/** All replies: first those that need a decision, then those that go out by themselves, then those that X has. */
export function OutboxScreen() {
  const body = useFocusArea('list');
  const { t } = useTranslation();
  const { data, error, isPending } = useEngineQuery('outbox.list', { limit: outboxDepth });
  const entries = data?.items ?? [];
  const { needsYou, onTheWay, sent } = groupEntries(entries);
  useOutboxCommands(entries);
  useCommandsAhead(listCommands, () => isPending);
  return (
    <Page
      bodyRef={body}
      title={t('outbox.title')}
      {...(needsYou.length > 0 ? { hint: t('outbox.decisions', { count: needsYou.length }) } : {})}
    >
      {error && <FailureCard title={t('outbox.failed')} error={error.error} />}
      <Group title={t('outbox.needsYou')} entries={needsYou} />
      <Group title={t('outbox.onTheWay')} entries={onTheWay} />
      {data && needsYou.length + onTheWay.length === 0 && (
        <div className={styles.empty} data-alone={sent.length === 0 || undefined}>
          <EmptyState
            icon={<IconSend2 size={36} stroke={1.25} />}
            title={t('outbox.empty')}
            hint={t('outbox.emptyHint')}
          />
        </div>
      )}
      <Group title={t('outbox.sent')} entries={sent} />
    </Page>
  );
}

/** How many replies of a group are drawn at first, and how many more on request. */
const step = 20;

function Group({ title, entries }: { readonly title: string; readonly entries: readonly OutboxEntry[] }) {
  const { t, i18n } = useTranslation();
  const [shown, setShown] = useState(step);
  const list = useRef<HTMLUListElement>(null);
  const neighbours = useNeighbourFocus(
    list,
    entries.slice(0, shown).map(({ id }) => id),
  );
  const showMore = () => {
    // Drawn before the button may go, so that the focus can move to what it brought.
    flushSync(() => setShown(shown + step));
    focusEntry(list.current, entries[shown]?.id ?? null);
  };
  if (entries.length === 0) return null;
  return (
    <PageSection
      title={title}
      aside={
        <span className={styles.count} data-figures>
          {new Intl.NumberFormat(i18n.language).format(entries.length)}
        </span>
      }
    >
      <ul ref={list} className={styles.entries} {...neighbours}>
        {entries.slice(0, shown).map((entry) => (
          <OutboxRow key={entry.id} entry={entry} />
        ))}
      </ul>
      {entries.length > shown && (
        <div className={styles.more}>
          <Button tone="quiet" size="small" onClick={showMore}>
            {t('outbox.moreSent')}
          </Button>
        </div>
      )}
    </PageSection>
  );
}
