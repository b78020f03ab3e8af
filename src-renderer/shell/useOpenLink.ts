import { useCallback, useMemo } from 'react';
import type { Message } from '#shared/domain/message.ts';
import type { PersonSummary } from '#shared/domain/person.ts';
import { useUi } from '../state/ui.ts';
import { useShell } from './ShellProvider.tsx';

/** Opens an https address in the system's browser; a failure is shown as a notice. */
export function useOpenLink(): (url: string) => void {
  const shell = useShell();
  return useCallback(
    (url) => {
      void shell.call('links.open', { url }).then((result) => {
        const error = result.ok ? result.value.error : result.error;
        if (error) useUi.getState().notify(error);
      });
    },
    [shell],
  );
}

/** Opens pages of X in the system's browser. */
export function useOpenOnX() {
  const openLink = useOpenLink();
  return useMemo(() => {
    const open = (path: string) => openLink(`https://x.com/${path}`);
    const post = ({ author, xId }: Pick<Message, 'author' | 'xId'>) =>
      open(`${encodeURIComponent(author.handle || 'i')}/status/${encodeURIComponent(xId ?? '')}`);
    return {
      /** A post, or the private conversation with the author of a message. */
      message: (message: Pick<Message, 'author' | 'xId' | 'kind' | 'direction'>) => {
        if (message.kind === 'post') return post(message);
        const isTheirs = message.direction === 'in';
        open(
          isTheirs ? `messages/compose?recipient_id=${encodeURIComponent(message.author.id)}` : 'messages',
        );
      },
      /** The profile of a person; by id, as X's web intents allow, while the handle is unknown or somebody else's. */
      profile: ({ handle, id }: PersonSummary) =>
        open(handle ? encodeURIComponent(handle) : `intent/user?user_id=${encodeURIComponent(id)}`),
      post,
      /** The private messages; X has no address for a single one. */
      messages: () => open('messages'),
      /** Where an own message should appear: the account's replies, or the private messages. */
      account: ({ author, kind }: Pick<Message, 'author' | 'kind'>) =>
        open(kind === 'dm' ? 'messages' : `${encodeURIComponent(author.handle)}/with_replies`),
    };
  }, [openLink]);
}

/** Opens a message on X; a private one only as the place of all private messages, for which alone X has an address. */
export function useOpenMessageOnX(message: Pick<Message, 'author' | 'xId' | 'kind'>): () => void {
  const openOnX = useOpenOnX();
  return () => (message.kind === 'dm' ? openOnX.messages() : openOnX.post(message));
}
