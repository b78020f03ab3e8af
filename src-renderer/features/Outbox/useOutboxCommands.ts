import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '#shared/domain/reply.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { isOnControl } from '../../commands/keys.ts';
import { toMoveCommands } from '../../commands/registry.ts';
import { focusEntryBy, focusedEntry } from '../../state/focus.ts';
import { openConversation } from '../../state/ui.ts';

/** The keys of the outbox: j and k move along the replies, Enter opens the conversation of one. */
export function useOutboxCommands(entries: readonly OutboxEntry[]): void {
  const { t } = useTranslation();
  const focused = () => entries.find(({ id }) => id === focusedEntry());
  useCommands([
    ...toMoveCommands({
      next: t('commands.nextAnswer'),
      previous: t('commands.previousAnswer'),
      when: () => entries.length > 0,
      moveBy: (step) => focusEntryBy(document, step),
    }),
    {
      id: 'list.open',
      keys: ['Enter', 'o'],
      label: t('commands.openConversation'),
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
