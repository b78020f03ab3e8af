import { useDeferredValue, useMemo } from 'react';
import { parseMessageQuery } from '#shared/domain/messageQuery.ts';
import { useFind } from '../../../state/find.ts';

/** The words that are looked for in a conversation, to be marked in its messages. */
export function useWords(conversationId: string) {
  // Deferred, so that marking never holds up typing.
  const text = useDeferredValue(useFind((find) => (find.conversationId === conversationId ? find.text : '')));
  return useMemo(() => parseMessageQuery(text), [text]);
}
