import type { QueryClient } from '@tanstack/react-query';
import type { StoreApi } from 'zustand';
import { createQueryClient } from '../engine/EngineProvider.tsx';
import { createEngineLink, type EngineLink } from '../engine/engineLink.ts';
import { type ConversationMemory, createConversationMemory } from './conversationMemory.ts';
import { createDraftKeeper, type Draft, type DraftKeeper } from './draftKeeper.ts';
import { createReplyChoices, type ReplyChoices } from './replyChoices.ts';

/**
 * Everything in the window that belongs to one workspace; it dies with the workspace. Ids of conversations say nothing of
 * the workspace (one post that names two brands has the same in both), so nothing here may be shared.
 */
export interface Workspace {
  readonly id: string;
  readonly link: EngineLink;
  readonly queries: QueryClient;
  readonly drafts: DraftKeeper;
  readonly replyChoices: StoreApi<ReplyChoices>;
  readonly memory: ConversationMemory;
  /** Ends all of it: waiting calls fail with `engineGone`, and no port is accepted any more. */
  close(): void;
}

/** A workspace without an engine yet. `unsaved` are drafts of an earlier stay that never reached its engine. */
export function createWorkspace(id: string, unsaved: readonly Draft[] = []): Workspace {
  const link = createEngineLink();
  const queries = createQueryClient();
  const drafts = createDraftKeeper(async (conversationId, channel, text) => {
    const result = await link.call('drafts.save', { conversationId, channel, text });
    // A conversation that is gone keeps no drafts: trying again would never end.
    return result.ok || result.error.code === 'notFound' || result.error.code === 'invalid';
  }, unsaved);
  return {
    id,
    link,
    queries,
    drafts,
    replyChoices: createReplyChoices(),
    memory: createConversationMemory(),
    close: () => {
      drafts.close();
      link.close();
      queries.clear();
    },
  };
}
