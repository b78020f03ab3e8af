import type { OutboxEntry } from '#shared/domain/reply.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { isOnControl } from '../../commands/keys.ts';
import { toMoveCommands } from '../../commands/registry.ts';
import { focusEntryBy, focusedEntry } from '../../state/focus.ts';
import { openConversation } from '../../state/ui.ts';

/** The keys of the outbox: j and k move along the replies, Enter opens the conversation of one. */
export function useOutboxCommands(entries: readonly OutboxEntry[]): void {
  const focused = () => entries.find(({ id }) => id === focusedEntry());
  useCommands([
    ...toMoveCommands(
      (step) => focusEntryBy(document, step),
      () => entries.length > 0,
    ),
    {
      id: 'list.open',
      keyOnly: true,
      when: () => focused() !== undefined && !isOnControl(),
      run: () => {
        const entry = focused();
        if (entry) openConversation(entry.conversationId);
      },
    },
  ]);
}
