import { useMemo } from 'react';
import type { Message } from '#shared/domain/message.ts';
import type { PersonSummary } from '#shared/domain/person.ts';
import { useUi } from '../state/ui.ts';
import { useShell } from './ShellProvider.tsx';

/** Opens pages of X in the system's browser. */
export function useOpenOnX() {
  const shell = useShell();
  return useMemo(() => {
    const open = async (path: string) => {
      const result = await shell.call('links.open', { url: `https://x.com/${path}` });
      const error = result.ok ? result.value.error : result.error;
      if (error) useUi.getState().notify(error);
    };
    return {
      profile: ({ handle }: PersonSummary) => void open(encodeURIComponent(handle)),
      post: ({ author, xId }: Pick<Message, 'author' | 'xId'>) =>
        void open(`${encodeURIComponent(author.handle || 'i')}/status/${encodeURIComponent(xId ?? '')}`),
      /** The private messages; X has no address for a single one. */
      messages: () => void open('messages'),
      /** Where an own message should be found: the account's replies, or the private messages. */
      account: ({ author, kind }: Pick<Message, 'author' | 'kind'>) =>
        void open(kind === 'dm' ? 'messages' : `${encodeURIComponent(author.handle)}/with_replies`),
    };
  }, [shell]);
}
