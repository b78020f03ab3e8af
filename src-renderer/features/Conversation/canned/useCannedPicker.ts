import { type KeyboardEvent, type RefObject, type SyntheticEvent, useState } from 'react';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { useEngineCommand, useEngineQuery } from '../../../engine/hooks.ts';
import { stepWithin } from '../../../state/ui.ts';
import { pressedKey } from '../../../ui/pressedKey.ts';
import { useReplyChoicesStore } from '../../../workspace/WorkspaceProvider.tsx';
import type { OpenReply } from '../composer/useReply.ts';
import { insertWording } from './insertWording.ts';
import { findTrigger, type Trigger } from './trigger.ts';

export type CannedHit = EngineOutput<'library.search'>['items'][number];

/** So many canned responses are offered at once: more takes longer to read than another letter to type. */
const offered = 8;

/** The picker of canned responses at the cursor of a field. */
export interface CannedPicker {
  readonly query: string;
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
export function useCannedPicker(
  reply: OpenReply,
  field: RefObject<HTMLTextAreaElement | null>,
): CannedPicker {
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const { conversationId, channel } = reply;
  const isOpen = trigger !== null && trigger.start !== closedAt;
  const query = trigger?.query.trim() ?? '';
  const input = { query, conversationId, channel, limit: offered };
  const found = useEngineQuery('library.search', input, { enabled: isOpen, keepPrevious: true });
  const hits = isOpen ? (found.data?.items ?? []) : [];
  const highlighted = Math.min(at, Math.max(hits.length - 1, 0));
  const insert = useInsert(reply, field);
  const close = () => setClosedAt(trigger?.start ?? null);
  const choose = (hit: CannedHit) => {
    if (!trigger) return;
    close();
    void insert(hit.id, trigger);
  };
  return {
    query,
    hits,
    highlighted,
    isEmpty: isOpen && query === '' && found.isSuccess && hits.length === 0,
    highlight: setAt,
    choose,
    close,
    onKey: (event) => {
      const hit = hits[highlighted];
      const key = pressedKey(event);
      if (!hit || key === null) return false;
      const step = steps[key];
      if (step !== undefined) setAt(stepWithin(hits.length, highlighted, step));
      else if (isChoice(event)) choose(hit);
      else if (key === 'Escape') close();
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    onCursor: ({ currentTarget: { value, selectionStart, selectionEnd } }) => {
      const next = selectionStart === selectionEnd ? findTrigger(value, selectionStart) : null;
      setTrigger(next);
      if (next?.query !== trigger?.query) setAt(0);
      if (next === null) setClosedAt(null);
    },
  };
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function isChoice(event: KeyboardEvent): boolean {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  return !hasModifier && (event.key === 'Enter' || event.key === 'Tab');
}

/** Returns what puts a canned response in place of the text from the trigger to the cursor, and selects its first variable to fill in. */
function useInsert({ conversationId, channel }: OpenReply, field: RefObject<HTMLTextAreaElement | null>) {
  const use = useEngineCommand('library.use');
  const choices = useReplyChoicesStore();
  return async (id: string, { start, query }: Trigger) => {
    const end = start + 1 + query.length;
    const before = field.current?.value.slice(start, end);
    const used = await use({ id, conversationId, channel });
    const { current } = field;
    // Whoever typed on while the wording was fetched keeps what they typed.
    if (!used.ok || !current || current.value.slice(start, end) !== before) return;
    insertWording(current, used.value, { start, end });
    choices.getState().useCanned(conversationId, id);
  };
}
