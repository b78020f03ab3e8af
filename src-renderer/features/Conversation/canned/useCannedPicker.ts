import { type KeyboardEvent, type RefObject, type SyntheticEvent, useState } from 'react';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { ReplyFile } from '#shared/domain/replyFile.ts';
import { useEngineCommand, useEngineQuery } from '../../../engine/hooks.ts';
import { stepWithin } from '../../../state/moving.ts';
import { pressedKey } from '../../../ui/pressedKey.ts';
import { useTypeAhead } from '../../../ui/typeAhead.ts';
import { useNoteUse } from '../../../workspace/useNoteUse.ts';
import { insertWording } from './insertWording.ts';
import { findTrigger, type Trigger } from './trigger.ts';

export type CannedHit = EngineOutput<'library.search'>['items'][number];

/** The reply that is being written. */
interface Place {
  readonly conversationId: string;
  readonly channel: Channel;
  /** Adds pictures to the reply. */
  readonly attach: (files: readonly ReplyFile[]) => void;
}

/** So many canned responses are offered at once: more takes longer to read than another letter to type. */
const offered = 8;

/** The picker of canned responses at the cursor of a field. */
export interface CannedPicker {
  readonly hits: readonly CannedHit[];
  readonly highlighted: number;
  /** Whether nothing is in the library at all, so that the picker says so. */
  readonly isEmpty: boolean;
  highlight(index: number): void;
  choose(hit: CannedHit): void;
  /** Handles a key of the field; returns whether it was for the picker. */
  onKey(event: KeyboardEvent): boolean;
  /** Looks at the text before the cursor, whenever either has changed. */
  onCursor(event: SyntheticEvent<HTMLTextAreaElement>): void;
  close(): void;
}

/** Returns the picker, or one without hits while the cursor is at no `/` or `;`. */
export function useCannedPicker(place: Place, field: RefObject<HTMLTextAreaElement | null>): CannedPicker {
  const [at, setAt] = useState(0);
  const { trigger, close, onCursor } = useTrigger(() => setAt(0));
  const { hits, isEmpty, isLooking } = useFound(place, trigger);
  // What fits the text before is not what these keys are meant for.
  useTypeAhead(({ key }) => isLooking && (key === 'Enter' || key === 'Tab' || key in steps));
  const insert = useInsert(place, field);
  const highlighted = Math.min(at, Math.max(hits.length - 1, 0));
  const choose = (hit: CannedHit) => {
    if (!trigger) return;
    close();
    void insert(hit.id, trigger);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const hit = hits[highlighted];
    const key = pressedKey(event);
    if (!hit || key === null) return false;
    const step = steps[key];
    if (step !== undefined) setAt(stepWithin(hits.length, highlighted, step));
    else if ((key === 'Enter' || key === 'Tab') && !hasModifier(event)) choose(hit);
    else if (key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { hits, highlighted, isEmpty, highlight: setAt, choose, onKey, onCursor, close };
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

const hasModifier = ({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || altKey || shiftKey;

/** The request at the cursor; null where there is none, or where it was closed. */
function useTrigger(onChanged: () => void) {
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  return {
    trigger: trigger !== null && trigger.start !== closedAt ? trigger : null,
    close: () => setClosedAt(trigger?.start ?? null),
    onCursor: ({
      currentTarget: { value, selectionStart, selectionEnd },
    }: SyntheticEvent<HTMLTextAreaElement>) => {
      const next = selectionStart === selectionEnd ? findTrigger(value, selectionStart) : null;
      setTrigger(next);
      if (next?.query !== trigger?.query) onChanged();
      if (next === null) setClosedAt(null);
    },
  };
}

function useFound({ conversationId, channel }: Place, trigger: Trigger | null) {
  const query = trigger?.query.trim() ?? '';
  const input = { query, conversationId, channel, limit: offered };
  const found = useEngineQuery('library.search', input, { enabled: trigger !== null, keepPrevious: true });
  const hits: readonly CannedHit[] = trigger ? (found.data?.items ?? []) : [];
  const isLooking = trigger !== null && (found.isPending || found.isPlaceholderData);
  return {
    hits,
    isLooking,
    isEmpty: trigger !== null && query === '' && found.isSuccess && hits.length === 0,
  };
}

/** Returns what puts a canned response, with its pictures, in place of the text from the trigger to the cursor. */
function useInsert({ conversationId, channel, attach }: Place, field: RefObject<HTMLTextAreaElement | null>) {
  const use = useEngineCommand('library.use');
  const noteUse = useNoteUse(conversationId, channel);
  return async (id: string, { start, query }: Trigger) => {
    const end = start + 1 + query.length;
    const before = field.current?.value.slice(start, end);
    const used = await use({ id, conversationId, channel });
    const { current } = field;
    // Whoever typed on while the wording was fetched keeps what they typed.
    if (!used.ok || !current || current.value.slice(start, end) !== before) return;
    insertWording(current, used.value, { start, end });
    attach(used.value.images);
    noteUse({ cannedIds: [id] });
  };
}
