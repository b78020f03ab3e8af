import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { ReplyFile } from '#shared/domain/replyFile.ts';
import { engineKey, useEngineCommand, useEngineQuery } from '../../../engine/hooks.ts';
import { useShell } from '../../../shell/ShellProvider.tsx';
import { useDraftKeeper } from '../../../workspace/useDraft.ts';

/** A file that somebody chose, pasted or dropped. */
export interface ChosenFile {
  readonly name: string;
  /** In base64, in parts that fit into one call. */
  readonly parts: readonly string[];
}

/** The pictures of a draft. The engine keeps them, so that they survive a restart. */
export interface Attachments {
  readonly files: readonly ReplyFile[];
  /** How many are being read and stored. */
  readonly adding: number;
  /** Adds files that were pasted or dropped; what is no picture is said in a notice. */
  add(files: Iterable<File>): void;
  /** Adds files that the engine has already, such as those of a canned response; one that is there stays once. */
  attach(files: readonly ReplyFile[]): void;
  /** Lets somebody choose files in the system's dialog. */
  choose(): void;
  remove(id: string): void;
  describe(id: string, altText: string): void;
  /** Shows none, as after sending with the whole draft, or what the engine has. */
  clear(): void;
  reload(): void;
}

/** How many bytes one call takes. */
const PART_BYTES = 2_000_000;

type Drafts = EngineOutput<'drafts.list'>;

/** The pictures of the draft of a conversation and channel. */
export function useAttachments(conversationId: string, channel: Channel): Attachments {
  const { files, change, ...rest } = useDraftFiles(conversationId, channel);
  const shell = useShell();
  const store = useStoreFile();
  const [adding, setAdding] = useState(0);
  const addAll = async (chosen: readonly Promise<ChosenFile>[]) => {
    setAdding((count) => count + chosen.length);
    for (const reading of chosen) {
      const added = await store(await reading);
      if (added) await change((before) => [...before, added]);
      setAdding((count) => count - 1);
    }
  };
  return {
    ...rest,
    files,
    adding,
    add: (added) => void addAll([...added].map(readParts)),
    attach: (known) => {
      if (known.length > 0) void change((before) => [...before, ...known.filter(isNotIn(before))]);
    },
    choose: async () => {
      const result = await shell.call('pictures.choose', {});
      if (result.ok) await addAll(result.value.files.map((file) => Promise.resolve(file)));
    },
    remove: (id) => void change((before) => before.filter((file) => file.id !== id)),
    describe: (id, altText) =>
      void change((before) => before.map((file) => (file.id === id ? { ...file, altText } : file))),
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

/** Returns what stores a file in the engine; null if it cannot be attached, which a notice says. */
function useStoreFile() {
  const append = useEngineCommand('media.append');
  const add = useEngineCommand('media.add');
  return async ({ name, parts }: ChosenFile): Promise<ReplyFile | null> => {
    let id: string | undefined;
    for (const content of parts.slice(0, -1)) {
      const appended = await append({ name, content, id });
      if (!appended.ok) return null;
      id = appended.value.id;
    }
    const added = await add({ name, content: parts.at(-1) ?? '', id });
    return added.ok ? added.value : null;
  };
}

async function readParts(file: File): Promise<ChosenFile> {
  const parts: string[] = [];
  for (let from = 0; from < file.size || from === 0; from += PART_BYTES) {
    parts.push(await toBase64(file.slice(from, from + PART_BYTES)));
  }
  return { name: file.name || 'picture', parts };
}

function toBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
