import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { useJustSent } from '../state/justSent.ts';
import { useOutboxActions } from './useOutboxActions.ts';

/**
 * Returns what lets the undo keys take back what is being sent, from now until the outbox shows it. Resolves with what `sending` does.
 *
 * ```
 * sent --- taken by the engine --- in the outbox of the window --- gone to X
 * |------ `takeBack` ------------| |---- the held reply's undo ----|
 * ```
 */
export function useTrackSending() {
  const queries = useQueryClient();
  return useCallback(
    async <T>(
      sending: Promise<Result<T, AppError>>,
      takeBack: (sent: T) => Promise<void>,
    ): Promise<Result<T, AppError>> => {
      const { add, remove } = useJustSent.getState();
      let isTakenBack = false;
      const sent = {
        at: Date.now(),
        takeBack: async () => {
          if (isTakenBack) return;
          isTakenBack = true;
          const result = await sending;
          if (result.ok) await takeBack(result.value);
        },
      };
      add(sent);
      const result = await sending;
      if (!result.ok) remove(sent);
      else void readOutbox(queries).then(() => remove(sent));
      return result;
    },
    [queries],
  );
}

/** The same for a reply of a conversation: taken back, its text is in the composer again. */
export function useTrackReply(conversationId: string) {
  const track = useTrackSending();
  const { undo } = useOutboxActions();
  return useCallback(
    (sending: Promise<Result<{ outboxId: string }, AppError>>) =>
      track(sending, ({ outboxId }) => undo({ outboxId, conversationId })),
    [track, undo, conversationId],
  );
}

/** Reads the outbox anew, also if an event interrupts that by wanting the same. */
async function readOutbox(queries: QueryClient): Promise<void> {
  const outbox = { queryKey: ['outbox.list'] };
  do await queries.invalidateQueries(outbox);
  while (queries.isFetching(outbox) > 0);
}
