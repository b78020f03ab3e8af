import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { isOnControl } from '../../commands/keys.ts';
import { type ShortcutCommand, toMoveCommands } from '../../commands/registry.ts';
import { listCommands, useCommandsAhead } from '../../commands/useCommandsAhead.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useOpenOnX } from '../../shell/useOpenLink.ts';
import { useSaid } from '../../state/said.ts';
import { openConversation, useUi } from '../../state/ui.ts';
import { underWay } from '../../state/underWay.ts';
import type { Hit, Hits } from './useHits.ts';

/**
 * Registers the shortcuts of the Watchlist: moving, going to the post or its conversation, adding it to the queue, hiding it, blocking its
 * author, opening it on X, closing it.
 */
export function useListeningCommands(hits: Hits, goBack: () => void): void {
  useCommands([...toListKeys(hits, goBack), ...useHitCommands(hits)]);
  useCommandsAhead(listCommands, () => hits.pages.isPending);
}

function toListKeys({ selected, selectBy }: Hits, goBack: () => void): readonly ShortcutCommand[] {
  return [
    ...toMoveCommands(selectBy),
    {
      id: 'list.open',
      keyOnly: true,
      when: () => selected !== null && !isOnControl(),
      run: () => {
        if (selected?.takenAs) openConversation(selected.takenAs);
        else useUi.getState().focusOn('conversation');
      },
    },
    {
      id: 'list.focus',
      keyOnly: true,
      run: goBack,
    },
  ];
}

function useHitCommands({ selected, moveOn }: Hits): readonly ShortcutCommand[] {
  const take = useTake(moveOn);
  const hide = useHide(moveOn);
  const block = useBlock(moveOn);
  const openOnX = useOpenOnX();
  return [
    {
      id: 'hit.take',
      when: () => selected !== null && selected.takenAs === null,
      run: () => {
        if (selected) void take(selected);
      },
    },
    {
      id: 'hit.hide',
      when: () => selected !== null,
      run: () => {
        if (selected) void hide(selected);
      },
    },
    {
      id: 'hit.block',
      when: () => selected !== null,
      run: () => {
        if (selected) void block(selected);
      },
    },
    {
      id: 'hit.openOnX',
      when: () => selected !== null,
      run: () => {
        if (selected) openOnX.post(selected.message);
      },
    },
  ];
}

function useTake(moveOn: Hits['moveOn']): (hit: Hit) => Promise<void> {
  const { t } = useTranslation();
  const take = useEngineCommand('listening.take');
  return async (hit) => {
    const result = await take({ messageId: hit.message.id });
    if (!result.ok) return;
    useSaid.getState().say(t('listening.takenSaid'));
    moveOn(hit);
  };
}

/** Hides a hit, which can be undone, or shows a hidden one again. */
function useHide(moveOn: Hits['moveOn']): (hit: Hit) => Promise<void> {
  const { t } = useTranslation();
  const hide = useEngineCommand('listening.hide');
  return async (hit) => {
    const hiddenId = hit.message.id;
    const result = await underWay(hide({ messageId: hiddenId, hidden: !hit.hidden }));
    if (!result.ok || hit.hidden) return;
    useUi.getState().did({ hiddenId, words: t('listening.hiddenSaid'), at: Date.now() });
    moveOn(hit);
  };
}

/** Blocks the author of a hit, which can be undone. */
function useBlock(moveOn: Hits['moveOn']): (hit: Hit) => Promise<void> {
  const { t } = useTranslation();
  const block = useEngineCommand('listening.block');
  return async (hit) => {
    const { author } = hit.message;
    const result = await underWay(block({ personId: author.id }));
    if (!result.ok) return;
    const words = t('listening.blockedSaid', { handle: author.handle });
    useUi.getState().did({ blockedId: author.id, words, at: Date.now() });
    moveOn(hit, ({ message }) => message.author.id === author.id);
  };
}
