import { useQueryClient } from '@tanstack/react-query';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { ReplyFile } from '#shared/domain/replyFile.ts';
import { type AttachedFiles, useAttaching } from '../../../attaching/useAttaching.ts';
import { engineKey, useEngineCommand, useEngineQuery } from '../../../engine/hooks.ts';
import { useDraftKeeper } from '../../../workspace/useDraft.ts';

/** The pictures of a draft. The engine keeps them, so that they survive a restart. */
export interface Attachments extends AttachedFiles {
  /** Adds files that the engine has already, such as those of a canned response; one that is there stays once. */
  attach(files: readonly ReplyFile[]): void;
  /** Shows none, as after sending with the whole draft, or what the engine has. */
  clear(): void;
  reload(): void;
}

type Drafts = EngineOutput<'drafts.list'>;

/** The pictures of the draft of a conversation and channel. */
export function useAttachments(conversationId: string, channel: Channel): Attachments {
  const { files, change, ...rest } = useDraftFiles(conversationId, channel);
  return {
    ...rest,
    ...useAttaching(files, change),
    attach: (known) => {
      if (known.length > 0) void change((before) => [...before, ...known.filter(isNotIn(before))]);
    },
  };
}

/** Returns what tells the files that are none of `files`. */
export const isNotIn = (files: readonly ReplyFile[]) => (file: ReplyFile) =>
  files.every(({ id }) => id !== file.id);

/** The pictures of a draft as the engine has them, and what changes them there: resolves with whether it did. */
export function useDraftFiles(conversationId: string, channel: Channel) {
  const queries = useQueryClient();
  const keeper = useDraftKeeper();
  const saveDraft = useEngineCommand('drafts.save');
  const key = engineKey('drafts.list', { conversationId });
  const { data } = useEngineQuery('drafts.list', { conversationId });
  const toFiles = (drafts: Drafts | undefined) =>
    drafts?.items.find((draft) => draft.channel === channel)?.attachments ?? [];
  const show = (files: readonly ReplyFile[]) =>
    queries.setQueryData<Drafts>(key, (drafts) => withFiles(drafts, channel, files));
  const change = async (edit: (files: readonly ReplyFile[]) => readonly ReplyFile[]) => {
    // A response that is under way does not know of this change, and would take the picture out of the reply.
    await queries.cancelQueries({ queryKey: key });
    const files = edit(toFiles(queries.getQueryData<Drafts>(key)));
    show(files);
    const attachments = files.map(({ id, altText }) => ({ id, altText }));
    const text = keeper.get(conversationId, channel);
    const saved = await saveDraft({ conversationId, channel, text, attachments });
    if (!saved.ok) await queries.invalidateQueries({ queryKey: key });
    return saved.ok;
  };
  return {
    files: toFiles(data),
    change,
    clear: () => queries.setQueryData<Drafts>(key, (drafts) => withoutDraft(drafts, channel)),
    reload: () => void queries.invalidateQueries({ queryKey: key }),
  };
}

function withFiles(drafts: Drafts | undefined, channel: Channel, files: readonly ReplyFile[]): Drafts {
  const items = drafts?.items ?? [];
  const draft = items.find((item) => item.channel === channel) ?? { channel, text: '', updatedAt: 0 };
  const others = items.filter((item) => item.channel !== channel);
  return { items: [...others, { ...draft, attachments: [...files] }] };
}

const withoutDraft = (drafts: Drafts | undefined, channel: Channel): Drafts => ({
  items: drafts?.items.filter((item) => item.channel !== channel) ?? [],
});
