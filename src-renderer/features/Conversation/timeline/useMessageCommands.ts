import type { Conversation } from '#shared/domain/conversation.ts';
import type { Message } from '#shared/domain/message.ts';
import { useCommands } from '../../../commands/CommandsProvider.tsx';
import { useOpenOnX } from '../../../shell/useOpenLink.ts';
import { toPostUrl, toProfileUrl } from '../../../shell/xPages.ts';
import { copyOrSay } from '../../../state/copyOrSay.ts';
import { isPostOnX } from './postOnX.ts';
import { messageAround } from './useMessageMenu.tsx';

/**
 * Registers the commands on one post: the one that has the focus, else the person's newest, else their profile, as X has no
 * address for a private message.
 */
export function useMessageCommands({ person }: Conversation, messages: readonly Message[]): void {
  const openOnX = useOpenOnX();
  useCommands([
    {
      id: 'message.copyLink',
      run: () => {
        const post = findPost(messages);
        void copyOrSay(post ? toPostUrl(post) : toProfileUrl(person));
      },
    },
    {
      id: 'message.openOnX',
      run: () => {
        const post = findPost(messages);
        if (post) openOnX.post(post);
        else openOnX.profile(person);
      },
    },
  ]);
}

function findPost(messages: readonly Message[]): Message | undefined {
  const focused = messageAround(document.activeElement);
  return (
    messages.find((message) => message.id === focused && isPostOnX(message)) ??
    messages.findLast((message) => message.direction === 'in' && !message.context && isPostOnX(message))
  );
}
