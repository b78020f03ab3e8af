import type { QueryClient } from '@tanstack/react-query';
import type { StoreApi } from 'zustand';
import { createQueryClient } from '../engine/EngineProvider.tsx';
import { createEngineLink, type EngineLink } from '../engine/engineLink.ts';
import { useStoreTrouble } from '../state/storeTrouble.ts';
import { type ConversationMemory, createConversationMemory } from './conversationMemory.ts';
import { createDraftKeeper, type Draft, type DraftKeeper } from './draftKeeper.ts';
import { createReplyChoices, type ReplyChoices } from './replyChoices.ts';
import { createUploads, type Uploads } from './uploads.ts';

/**
 * Everything in the window that belongs to one workspace and dies with it. Conversation ids are not unique across
 * workspaces (one post that mentions two brands has the same id in both), so none of this may be shared.
 */
export interface Workspace {
  readonly id: string;
  readonly link: EngineLink;
  readonly queries: QueryClient;
  readonly drafts: DraftKeeper;
  /** Unfinished notes, apart from what is sent. */
  readonly noteDrafts: DraftKeeper<'note'>;
  readonly replyChoices: StoreApi<ReplyChoices>;
  readonly memory: ConversationMemory;
  readonly uploads: StoreApi<Uploads>;
  /** Ends the workspace for good: waiting calls fail with `engineGone`, and further ports are ignored. */
  close(): void;
}

/**
 * Creates a workspace whose engine is not connected yet. `unsaved` are drafts of an earlier session that never reached
 * its engine.
 */
export function createWorkspace(
  id: string,
  unsaved: readonly Draft[] = [],
  unsavedNotes: readonly Draft<'note'>[] = [],
): Workspace {
  const link = createEngineLink();
  const queries = createQueryClient();
  const drafts = createDraftKeeper(async (conversationId, channel, text) => {
    const result = await link.call('drafts.save', { conversationId, channel, text });
    if (link.state() !== 'closed') useStoreTrouble.getState().see(result);
    // The conversation is gone: retrying would never end.
    return result.ok || result.error.code === 'notFound' || result.error.code === 'invalid';
  }, unsaved);
  const noteDrafts = createDraftKeeper<'note'>(async (conversationId, _, text) => {
    const result = await link.call('notes.saveDraft', { conversationId, text });
    return result.ok || result.error.code === 'notFound' || result.error.code === 'invalid';
  }, unsavedNotes);
  return {
    id,
    link,
    queries,
    drafts,
    noteDrafts,
    replyChoices: createReplyChoices(),
    memory: createConversationMemory(),
    uploads: createUploads(link),
    close: () => {
      drafts.close();
      noteDrafts.close();
      link.close();
      queries.clear();
    },
  };
}
