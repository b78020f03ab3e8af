import { keysOf, type ShortcutId } from '#shared/domain/shortcuts.ts';
import { useShellState } from '../shell/ShellProvider.tsx';
import { useTypeAhead } from '../ui/typeAhead.ts';
import { ownsKeys, toStroke } from './keys.ts';

/** Keeps the keys of some commands while what they act on is still to come. */
export function useCommandsAhead(ids: readonly ShortcutId[], isComing: () => boolean): void {
  const chosen = useShellState().preferences.shortcuts;
  useTypeAhead((press) => {
    if (!isComing() || ownsKeys(document.activeElement)) return false;
    const stroke = toStroke(press);
    return stroke !== null && ids.some((id) => keysOf(id, chosen).includes(stroke));
  });
}

/** The commands that act on the rows of a list. */
export const listCommands: readonly ShortcutId[] = [
  'list.next',
  'list.previous',
  'list.nextUnread',
  'list.pickAll',
];
