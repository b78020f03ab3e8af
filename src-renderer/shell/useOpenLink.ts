import { useCallback, useMemo } from 'react';
import type { Message } from '#shared/domain/message.ts';
import type { PersonSummary } from '#shared/domain/person.ts';
import { useUi } from '../state/ui.ts';
import { useShell } from './ShellProvider.tsx';
import { toPostUrl, toProfileUrl, toXPage } from './xPages.ts';

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
    const open = (path: string) => openLink(toXPage(path));
    const post = (message: Pick<Message, 'author' | 'xId'>) => openLink(toPostUrl(message));
    return {
      /** A post, or the private conversation with the author of a message. */
      message: (message: Pick<Message, 'author' | 'xId' | 'kind' | 'direction'>) => {
        if (message.kind === 'post') return post(message);
        const isTheirs = message.direction === 'in';
        open(
          isTheirs ? `messages/compose?recipient_id=${encodeURIComponent(message.author.id)}` : 'messages',
        );
      },
      profile: (person: PersonSummary) => openLink(toProfileUrl(person)),
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
