import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import type { EngineInput, EngineOutput } from '#shared/contract/engine.ts';
import type { BulkChange } from '#shared/domain/bulkChange.ts';
import { useEngineLink } from '../engine/EngineProvider.tsx';
import { useEngineCommand } from '../engine/hooks.ts';
import { usePicked } from '../state/picked.ts';
import { useSaid } from '../state/said.ts';
import { useUi } from '../state/ui.ts';
import { underWay } from '../state/underWay.ts';
import { counted } from '../ui/counted.ts';
import { toShownName } from '../ui/shownName.ts';
import { toMoment } from '../ui/time.ts';
import type { ConversationMemory } from './conversationMemory.ts';
import { useWorkspace } from './WorkspaceProvider.tsx';

type Conversations = EngineInput<'bulk.change'>['conversations'];
type Changed = EngineOutput<'bulk.change'>;

/** Whether a bulk change is under way: another one would begin with what this one is about to change. */
export const useBulkBusy = create<{ readonly isBusy: boolean }>()(() => ({ isBusy: false }));

/** Makes one change to many conversations, says so in a toast, and moves on from what has left the list. */
export interface BulkActions {
  /** Changes what is picked. What has to be left out stays picked, as its rows are now. */
  changePicked(change: BulkChange): Promise<void>;
  /** Puts a tag on all that is picked, or takes it off; it stays picked. Resolves to whether that worked. */
  tagPicked(tag: string, on: boolean): Promise<boolean>;
  /** Changes these conversations. */
  change(conversations: Conversations, change: BulkChange): Promise<Changed | null>;
}

/** Returns the bulk actions. While one is under way, the next is ignored. */
export function useBulkActions(): BulkActions {
  const link = useEngineLink();
  const { memory } = useWorkspace();
  const change = useBulkChange();
  const changePicked = useCallback(
    async (how: BulkChange) => {
      const conversations = toConversations(memory);
      if (conversations.length === 0) return;
      const done = await change(conversations, how);
      if (done === null) return;
      usePicked.getState().clear();
      const ids = done.left.filter(({ code }) => code === 'unseenMessages').map(({ id }) => id);
      if (ids.length === 0) return;
      const rows = await link.call('conversations.list', { view: 'all', ids });
      if (rows.ok) usePicked.getState().keep(rows.value.items);
    },
    [memory, link, change],
  );
  const tagPicked = useCallback(
    async (tag: string, on: boolean) =>
      (await change(toConversations(memory), { type: 'tag', tag, on })) !== null,
    [memory, change],
  );
  return { change, changePicked, tagPicked };
}

function useBulkChange(): BulkActions['change'] {
  const { t, i18n } = useTranslation();
  const send = useEngineCommand('bulk.change');
  return useCallback(
    async (conversations, change) => {
      if (useBulkBusy.getState().isBusy) return null;
      useBulkBusy.setState({ isBusy: true });
      const open = useUi.getState().selectedId;
      const result = await underWay(send({ conversations, change }));
      useBulkBusy.setState({ isBusy: false });
      if (!result.ok) return null;
      const words = toWords(result.value, change, t, i18n.language);
      if (leaves(change)) moveOn(result.value);
      report(result.value, words, open);
      return result.value;
    },
    [send, t, i18n],
  );
}

// Of what is open the window knows better than its row how far it was on the screen.
function toConversations(memory: ConversationMemory): Conversations {
  const open = useUi.getState().selectedId;
  return [...usePicked.getState().picks].map(([id, shown]) => ({
    id,
    seenThrough: (id === open ? memory.of(id).seenThrough : undefined) ?? shown,
  }));
}

function report({ id, changed }: Changed, words: string, returnTo: string | null): void {
  const { say, dismiss } = useSaid.getState();
  if (id === undefined) {
    say(words);
    return;
  }
  dismiss();
  useUi.getState().did({ bulkId: id, ids: changed, words, returnTo, at: Date.now() });
}

/** After these, conversations are out of sight. */
const leaves = (change: BulkChange): boolean =>
  (change.type === 'status' && change.status !== 'open') ||
  (change.type === 'snooze' && change.until !== null);

/** Opens what was left out first, or what is next in the list, if the open conversation has left it. */
function moveOn({ changed, left }: Changed): void {
  const { selectedId, order, view, select, focusOn } = useUi.getState();
  const gone = new Set(changed);
  if (selectedId === null || !gone.has(selectedId) || view === 'all' || view === 'resolved') return;
  const at = order.indexOf(selectedId);
  const stays = (id: string) => !gone.has(id);
  const unseen = left.find(({ code }) => code === 'unseenMessages')?.id;
  select(
    unseen ?? order.slice(at + 1).find(stays) ?? order.slice(0, Math.max(0, at)).findLast(stays) ?? null,
  );
  focusOn('list');
}

function toWords({ changed, left }: Changed, change: BulkChange, t: TFunction, language: string): string {
  const unseen = left.filter(({ code }) => code === 'unseenMessages').length;
  const others = left.length - unseen;
  return [
    ...(changed.length > 0 ? [toDone(changed.length, change, t, language)] : []),
    ...(unseen > 0 ? [t('bulk.unseen', counted(unseen, language))] : []),
    ...(others > 0 ? [t('bulk.gone', counted(others, language))] : []),
    ...(changed.length + left.length === 0 ? [t('bulk.nothing')] : []),
  ].join(' · ');
}

function toDone(changed: number, change: BulkChange, t: TFunction, language: string): string {
  const count = counted(changed, language);
  switch (change.type) {
    case 'status':
      return t(`bulk.done.${change.status}`, count);
    case 'snooze':
      if (change.until === null) return t('bulk.done.unsnoozed', count);
      return t('bulk.done.snoozed', { ...count, time: toMoment(change.until, Date.now(), language) });
    case 'assign':
      if (change.agent === null) return t('bulk.done.unassigned', count);
      return t('bulk.done.assigned', { ...count, agent: toShownName(change.agent, 24) });
    case 'priority':
      return t('bulk.done.priority', { ...count, priority: t(`priority.${change.priority}`) });
    case 'tag':
      return t(change.on ? 'bulk.done.tagged' : 'bulk.done.untagged', count);
    default:
      return t(`bulk.done.${change.type}`, count);
  }
}
