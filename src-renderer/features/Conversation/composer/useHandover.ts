import { type RefObject, useEffect, useState } from 'react';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { useCommands } from '../../../commands/CommandsProvider.tsx';
import { useEngineCommand, useEngineQuery } from '../../../engine/hooks.ts';
import { markHandover, useHanding } from '../../../state/handing.ts';
import { insertText } from '../../../ui/insertText.ts';
import type { OpenReply } from './useReply.ts';

/** The handover of the conversation in the composer. */
export interface OpenHandover {
  readonly composed: EngineOutput<'handover.compose'>;
  /** Whether the public reply is one. */
  readonly isMarked: boolean;
  /** Whether its text has the link. */
  readonly hasLink: boolean;
  /** Writes the words into the public reply, at the cursor; changes between link and words where they are written already. */
  write(): void;
  /** Makes it an ordinary reply. */
  unmark(): void;
}

type Field = RefObject<HTMLTextAreaElement | null>;

/** Offers the handover of a conversation that is public; null while there is none to offer. */
export function useHandover(reply: OpenReply, field: Field): OpenHandover | null {
  const { conversationId, channel, channels, text } = reply;
  const { data: composed } = useEngineQuery(
    'handover.compose',
    { conversationId },
    { enabled: channels.public === null, keepPrevious: true },
  );
  const setSettings = useEngineCommand('handover.setSettings');
  const mark = useHanding(({ marks }) => marks[conversationId]);
  const [isWanted, setWanted] = useState(false);
  useMark(reply, composed);

  const write = () => {
    if (!composed) return;
    if (channel !== 'public') reply.choose('public');
    setWanted(true);
  };
  useEffect(() => {
    if (!isWanted || channel !== 'public' || !composed || !field.current) return;
    setWanted(false);
    const switched = writeWords(field.current, composed);
    if (composed.kind !== 'closing') markHandover(conversationId, true);
    if (switched !== null) void setSettings({ usesLink: switched });
  }, [isWanted, channel, composed, field, conversationId, setSettings]);
  const canWrite = composed !== undefined && channels.public === null && composed.blocked !== true;
  useCommands([{ id: 'handover.write', when: () => canWrite && reply.error === null, run: write }]);
  if (!composed) return null;
  return {
    composed,
    isMarked: channel === 'public' && text !== '' && mark === true,
    hasLink: composed.link !== '' && text.includes(composed.link),
    write,
    unmark: () => markHandover(conversationId, false),
  };
}

/** A reply with the words of a handover is one, also after a restart, unless an agent says otherwise; an empty one is none. */
function useMark({ conversationId, channel, text }: OpenReply, composed?: OpenHandover['composed']): void {
  const mark = useHanding(({ marks }) => marks[conversationId]);
  const hasWords =
    composed !== undefined && composed.kind !== 'closing' && findWords(text, composed) !== null;
  useEffect(() => {
    if (channel !== 'public') return;
    if (text === '' && mark !== undefined) markHandover(conversationId, null);
    if (hasWords && mark === undefined) markHandover(conversationId, true);
  }, [conversationId, channel, text, mark, hasWords]);
}

/** Where the words of a handover are in a text, and what they would be the other way; null if it has none. */
function findWords(text: string, { text: linked, plainText }: OpenHandover['composed']) {
  for (const [words, others] of [
    [linked, plainText],
    [plainText, linked],
  ] as const) {
    const start = text.indexOf(words);
    if (start >= 0) return { start, end: start + words.length, others };
  }
  return null;
}

/**
 * Writes the words at the cursor, or at the end of a field without the focus; over a selection nothing is written. Where they are
 * already, the link is exchanged for words, or back: returns whether it is the link then, else null.
 */
function writeWords(field: HTMLTextAreaElement, composed: OpenHandover['composed']): boolean | null {
  const found = findWords(field.value, composed);
  if (found) {
    if (composed.link === '') return null;
    field.focus();
    field.setSelectionRange(found.start, found.end);
    insertText(field, found.others);
    return found.others === composed.text;
  }
  const at = document.activeElement === field ? field.selectionEnd : field.value.length;
  field.focus();
  field.setSelectionRange(at, at);
  const gap = at > 0 && !/\s$/.test(field.value.slice(0, at)) ? ' ' : '';
  insertText(field, gap + (composed.usesLink ? composed.text : composed.plainText));
  return null;
}
