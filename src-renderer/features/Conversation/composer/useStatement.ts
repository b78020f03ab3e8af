import type { RefObject } from 'react';
import { useCommands } from '../../../commands/CommandsProvider.tsx';
import { useEngineCommand, useEngineQuery } from '../../../engine/hooks.ts';
import { insertWording } from '../canned/insertWording.ts';

/** Registers the command that puts the holding statement of the running incident into the reply at the cursor. */
export function useStatement(conversationId: string, field: RefObject<HTMLTextAreaElement | null>): void {
  const running = useEngineQuery('crisis.get', {}).data?.running ?? null;
  const compose = useEngineCommand('crisis.compose');
  const insert = async (id: string) => {
    const before = field.current?.value;
    const composed = await compose({ id, conversationId });
    const { current } = field;
    // Whoever typed on meanwhile keeps what they typed.
    if (!composed.ok || !current || current.value !== before) return;
    const { selectionStart: start, selectionEnd: end } = current;
    insertWording(current, composed.value, { start, end });
  };
  useCommands([
    {
      id: 'reply.statement',
      when: () => running !== null && running.statement.length > 0 && field.current !== null,
      run: () => {
        if (running) void insert(running.id);
      },
    },
  ]);
}
