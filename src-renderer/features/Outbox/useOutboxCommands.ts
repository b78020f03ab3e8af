import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/domain/reply.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { isOnControl } from '../../commands/isOnControl.ts';
import { openConversation } from '../../state/ui.ts';
import { focusEntryBy, focusedEntry } from '../../ui/useNeighbourFocus.ts';

/** The keys of the outbox: j and k move along the answers, Enter opens the conversation of one. */
export function useOutboxCommands(entries: readonly OutboxEntry[]): void {
  const { t } = useTranslation();
  const focused = () => entries.find(({ id }) => id === focusedEntry());
  const move = (id: string, key: string, label: string, step: number) => ({
    id,
    keys: [key],
    label,
    group: 'list' as const,
    keyOnly: true,
    when: () => entries.length > 0,
    run: () => focusEntryBy(document, step),
  });
  useCommands([
    move('list.next', 'j', t('commands.nextAnswer'), 1),
    move('list.previous', 'k', t('commands.previousAnswer'), -1),
    {
      id: 'list.open',
      keys: ['Enter', 'o'],
      label: t('commands.openOfAnswer'),
      group: 'list',
      keyOnly: true,
      when: () => focused() !== undefined && !isOnControl(),
      run: () => {
        const entry = focused();
        if (entry) openConversation(entry.conversationId);
      },
    },
  ]);
}
