import { useEffect, useState } from 'react';
import type { Channel } from '#shared/domain/reply.ts';
import { type GuardCode, refusingGuards, type Warning } from '#shared/guards.ts';
import { useEngineQuery } from '../../../engine/hooks.ts';
import { useDebounced } from '../../../ui/useDebounced.ts';
import { useReplyChoicesStore } from '../../../workspace/WorkspaceProvider.tsx';
import type { Attachments } from './useAttachments.ts';

/** How long typing must pause before the guards look again, in milliseconds. */
const typingPauseMs = 300;

/** A part of the text of which a guard warns. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** What the guards say about the reply that is being written. */
export interface OpenGuards {
  /** Without the price, which stands below the field anyway. */
  readonly warnings: readonly Warning[];
  /** Where in the text as it is now; empty until the guards have looked at it. */
  readonly marks: readonly Mark[];
  readonly isOverruled: boolean;
  /** The engine would refuse the reply, since nobody has overruled the guards. */
  readonly refuses: boolean;
  /** The overruled guards, for sending; empty if the text has changed since they looked. */
  readonly overruled: readonly GuardCode[];
  setOverruled(isOverruled: boolean): void;
}

/** The reply that is being written. */
interface Written extends Pick<Draft, 'channel' | 'text' | 'seenThrough'> {
  readonly attachments: Pick<Attachments, 'files'>;
}

/** What is said of a picture is as public as the text. */
const toWords = ({ text, attachments: { files } }: Pick<Written, 'text' | 'attachments'>): string =>
  [text, ...files.flatMap(({ altText }) => altText || [])].join('\n');

interface Draft {
  readonly conversationId: string;
  readonly channel: Channel;
  readonly text: string;
  readonly seenThrough: string | undefined;
}

interface Checked extends Pick<Draft, 'conversationId' | 'channel' | 'text'> {
  readonly warnings: readonly Warning[];
}

/**
 * Asks the guards about a reply whenever typing pauses. Their last word stays until the next one, but marks only what they have looked
 * at. Whoever overrules them does so for these very words: the next leak warns anew.
 */
export function useGuards(conversationId: string, { channel, seenThrough, ...words }: Written): OpenGuards {
  const text = toWords(words);
  const checked = useChecked({ conversationId, channel, text, seenThrough });
  const [accepted, setAccepted] = useState('');
  const isOfThis = checked?.conversationId === conversationId && checked.channel === channel;
  const warnings = checked && isOfThis && text.trim() !== '' ? checked.warnings : [];
  const isSettled = checked?.text === text;
  const matter = checked ? toMatter(checked) : '';
  const isOverruled = warnings.length > 0 && accepted === matter;
  return {
    warnings,
    marks: isSettled ? warnings.flatMap(toMarks) : [],
    isOverruled,
    refuses: !isOverruled && warnings.some(({ code }) => refusingGuards.includes(code)),
    overruled: isOverruled && isSettled ? warnings.map(({ code }) => code) : [],
    setOverruled: (isWanted) => setAccepted(isWanted ? matter : ''),
  };
}

function useChecked({ conversationId, channel, text, seenThrough }: Draft): Checked | null {
  const settled = useDebounced(text, typingPauseMs);
  const choices = useReplyChoicesStore();
  const seen = seenThrough === undefined ? {} : { seenThrough };
  const { data } = useEngineQuery(
    'guards.check',
    { conversationId, channel, text: settled, ...seen },
    { enabled: settled.trim() !== '' },
  );
  const [checked, setChecked] = useState<Checked | null>(null);
  useEffect(() => {
    // What they say of an older text is dropped.
    if (!data || settled !== text) return;
    const warnings = data.warnings.filter(({ code }) => code !== 'price');
    setChecked({ conversationId, channel, text: settled, warnings });
    const codes = data.warnings.map(({ code }) => code);
    if (codes.length > 0) choices.getState().addWarned(conversationId, codes);
  }, [data, choices, conversationId, channel, settled, text]);
  return checked;
}

/** The words of which guards warn, so that others are told from them. */
function toMatter({ conversationId, channel, text, warnings }: Checked): string {
  const parts = warnings.map((warning) => [
    warning.code,
    ...toMarks(warning).map(({ start, end }) => text.slice(start, end)),
    ...(warning.code === 'foreignLink' ? warning.links : []),
  ]);
  return JSON.stringify([conversationId, channel, parts]);
}

function toMarks(warning: Warning): readonly Mark[] {
  if (warning.code === 'personalData') return warning.items;
  return warning.code === 'wrongChannel' ? [{ start: warning.start, end: warning.end }] : [];
}
