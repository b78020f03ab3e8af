import { useCommands } from '../../../commands/CommandsProvider.tsx';
import { moveOnFrom, openConversation, useUi } from '../../../state/ui.ts';
import { useConversationActions } from '../../../workspace/useConversationActions.ts';
import { useReplyChoicesStore } from '../../../workspace/WorkspaceProvider.tsx';
import type { OpenReply, ReplyFacts } from './useReply.ts';

interface Sending {
  readonly canSend: boolean;
  /** Says why the guards keep the reply from being sent, and returns true; false where they do not. */
  readonly stop: () => boolean;
  /** Sends and stays. */
  readonly send: () => void;
}

/**
 * Registers the shortcuts that send a reply: and stay, and go on to the neighbouring row, or resolve the conversation, too. If
 * the engine does not take the reply, the conversation comes back with it, and is not resolved.
 */
export function useSendCommands(
  { conversation, seenThrough }: ReplyFacts,
  reply: OpenReply,
  { canSend, stop, send }: Sending,
): void {
  const { setStatus } = useConversationActions();
  const { id } = conversation;
  const leave = useLeave(id, reply.send);
  const sendAndResolve = async () => {
    const isTaken = await leave(() => moveOnFrom(id));
    const seen = seenThrough === undefined ? {} : { seenThrough };
    if (isTaken) await setStatus({ id, status: 'resolved', ...seen }, conversation);
  };
  const when = () => canSend;
  useCommands([
    { id: 'reply.send', when, run: send },
    {
      id: 'reply.sendAndResolve',
      when,
      run: () => stop() || void sendAndResolve(),
    },
    {
      id: 'reply.sendAndNext',
      when,
      run: () => stop() || void leave(() => useUi.getState().selectNeighbourOf(id)),
    },
  ]);
}

/** Returns what sends and moves on at once, and resolves with whether the engine has taken the reply. */
function useLeave(id: string, send: () => Promise<boolean>): (moveOn: () => void) => Promise<boolean> {
  const choices = useReplyChoicesStore();
  return async (moveOn) => {
    const sending = send();
    moveOn();
    const isTaken = await sending;
    if (!isTaken) {
      openConversation(id);
      choices.getState().answer(id);
    }
    return isTaken;
  };
}
