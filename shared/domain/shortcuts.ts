/** A shortcut of the window, which people may change. */
export interface Shortcut {
  /**
   * Its standard keys, such as `e`, `g q` (a sequence), `Shift+R`, `Mod+Enter`; `Mod` is Ctrl, on a Mac ⌘. The first is the
   * one that is shown.
   */
  readonly keys: readonly string[];
  /** The only screen where it works; on all others its keys are free. */
  readonly screen?: 'listening' | 'library' | 'capture';
  /** It works while somebody types, and so needs `Mod`. */
  readonly isForTyping?: true;
  /** It cannot be changed: it is a range, or without it somebody could no longer find a way out or back. */
  readonly isFixed?: true;
  /** Its keys are one for each of several things in a row; the first and the last are shown. */
  readonly isRange?: true;
}

/** All shortcuts by the id of their command. The window and the native menu show them; the window runs them. */
export const shortcuts = {
  'conversation.resolve': { keys: ['e'] },
  'conversation.snooze': { keys: ['h'] },
  'conversation.assignToMe': { keys: ['a'] },
  'conversation.tag': { keys: ['l'] },
  'conversation.pending': { keys: ['w'] },
  'message.copyLink': { keys: ['c'] },
  'message.openOnX': { keys: ['Shift+O'] },
  'conversation.markRead': { keys: ['Shift+I'] },
  'conversation.markUnread': { keys: ['Shift+U'] },
  'conversation.print': { keys: ['Mod+p'], isForTyping: true },
  'conversation.export': { keys: ['Mod+Shift+S'], isForTyping: true },
  'person.toggle': { keys: ['p'] },
  'person.vip': { keys: ['v'] },
  'find.open': { keys: ['Mod+f'] },
  'find.older': { keys: ['Mod+g', 'F3'] },
  'find.newer': { keys: ['Mod+Shift+G', 'Shift+F3'] },
  'hit.take': { keys: ['t'], screen: 'listening' },
  'hit.hide': { keys: ['h'], screen: 'listening' },
  'hit.block': { keys: ['b'], screen: 'listening' },
  'hit.openOnX': { keys: ['o'], screen: 'listening' },
  'reply.write': { keys: ['r'] },
  'reply.public': { keys: ['Shift+P'] },
  'reply.dm': { keys: ['d'] },
  'note.write': { keys: ['n'] },
  'survey.ask': { keys: ['q'] },
  'survey.correct': { keys: ['Shift+Q'] },
  'handover.write': { keys: ['Mod+Shift+H'], isForTyping: true },
  'reply.send': { keys: ['Mod+Enter'], isForTyping: true },
  'reply.sendAndResolve': { keys: ['Mod+Shift+Enter'], isForTyping: true },
  'reply.sendAndNext': { keys: ['Mod+Alt+Enter'], isForTyping: true },
  'reply.overrule': { keys: ['Mod+Shift+O'], isForTyping: true },
  'reply.sendPrivately': { keys: ['Mod+Shift+D'], isForTyping: true },
  'approval.ask': { keys: ['Mod+Shift+E'], isForTyping: true },
  'approval.approve': { keys: ['y'] },
  'approval.edit': { keys: ['Shift+E'] },
  'approval.return': { keys: ['b'] },
  'reply.insertSpace': { keys: ['Mod+.'], isForTyping: true },
  'reply.attach': { keys: ['Mod+Shift+A'], isForTyping: true },
  'reply.canned': { keys: ['Mod+/'], isForTyping: true },
  'reply.suggested': { keys: ['Mod+1'], isForTyping: true },
  'reply.suggestions': { keys: ['Mod+2'], isForTyping: true },
  'reply.statement': { keys: ['Mod+3'], isForTyping: true },
  'emoji.open': { keys: ['Mod+;'], isForTyping: true },
  'undo.send': { keys: ['Mod+z'], isForTyping: true },
  'list.next': { keys: ['j'] },
  'list.previous': { keys: ['k'] },
  'list.open': { keys: ['Enter', 'o'], isFixed: true },
  'list.focus': { keys: ['Escape', 'u'], isFixed: true },
  'list.showNew': { keys: ['.'] },
  'list.filter': { keys: ['f'] },
  'list.removeFilter': { keys: ['Backspace'], isFixed: true },
  'list.nextUnread': { keys: ['Shift+N'] },
  'list.pick': { keys: ['x'] },
  'list.pickNext': { keys: ['Shift+J'] },
  'list.pickPrevious': { keys: ['Shift+K'] },
  'list.pickAll': { keys: ['Mod+a'] },
  'list.unpick': { keys: ['Escape'], isFixed: true },
  'search.focus': { keys: ['/', 'Mod+f'] },
  'search.new': { keys: ['s'], screen: 'listening' },
  'library.new': { keys: ['n'], screen: 'library' },
  'library.proposals': { keys: ['p'], screen: 'library' },
  'capture.backfill': { keys: ['f'], screen: 'capture' },
  'view.queue': { keys: ['g q'] },
  'view.mine': { keys: ['g m'] },
  'view.toApprove': { keys: ['g y'] },
  'view.drafts': { keys: ['g d'] },
  'view.open': { keys: ['g p'] },
  'view.pending': { keys: ['g w'] },
  'view.snoozed': { keys: ['g z'] },
  'view.resolved': { keys: ['g r'] },
  'view.all': { keys: ['g a'] },
  'macro.run': {
    keys: ['m 1', 'm 2', 'm 3', 'm 4', 'm 5', 'm 6', 'm 7', 'm 8', 'm 9'],
    isFixed: true,
    isRange: true,
  },
  'view.saved': {
    keys: ['g 1', 'g 2', 'g 3', 'g 4', 'g 5', 'g 6', 'g 7', 'g 8', 'g 9'],
    isFixed: true,
    isRange: true,
  },
  'screen.outbox': { keys: ['g o'] },
  'screen.listening': { keys: ['g l'] },
  'screen.library': { keys: ['g b'] },
  'screen.costs': { keys: ['g t'] },
  'screen.handovers': { keys: ['g h'] },
  'screen.reports': { keys: ['g s'] },
  'screen.capture': { keys: ['g c'] },
  'undo.last': { keys: ['z', 'Mod+z'] },
  'capture.pollNow': { keys: ['Shift+R'] },
  'crisis.open': { keys: ['Mod+Shift+C'], isForTyping: true },
  'palette.open': { keys: ['Mod+k'] },
  'help.open': { keys: ['?'], isFixed: true },
  'settings.open': { keys: ['Mod+,'] },
  'rail.toggle': { keys: ['['] },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutId = keyof typeof shortcuts;

/** All ids, in the order of the table. */
export const shortcutIds = Object.keys(shortcuts) as readonly ShortcutId[];

/** The keys that somebody chose instead of the standard ones, by command; an empty list is none. */
export type ChosenKeys = Readonly<Record<string, readonly string[]>>;

/** Whether a command has a shortcut of the table. */
export function isShortcutId(id: string): id is ShortcutId {
  return Object.hasOwn(shortcuts, id);
}

/** The shortcut of a command as the table has it. */
export function shortcutOf(id: ShortcutId): Shortcut {
  return shortcuts[id];
}

/** The keys of a command: those that were chosen, else the standard ones. */
export function keysOf(id: ShortcutId, chosen: ChosenKeys): readonly string[] {
  const shortcut = shortcutOf(id);
  return shortcut.isFixed ? shortcut.keys : (chosen[id] ?? shortcut.keys);
}

/** Why keys cannot become those of a command; `taken` only until they are taken away from the other command. */
export type KeysProblem =
  | { readonly code: 'reserved' | 'needsMod' }
  | { readonly code: 'taken' | 'takenForGood'; readonly by: ShortcutId };

/** What stands against `keys` for the command `id`, or null. */
export function findKeysProblem(id: ShortcutId, keys: string, chosen: ChosenKeys): KeysProblem | null {
  if (keys.split(' ').some(isReserved)) return { code: 'reserved' };
  if (shortcutOf(id).isForTyping && !keys.startsWith('Mod+')) return { code: 'needsMod' };
  const others = shortcutIds.filter((other) => other !== id && areInTheWay(id, keys, other, chosen));
  const fixed = others.find((other) => shortcutOf(other).isFixed);
  if (fixed) return { code: 'takenForGood', by: fixed };
  return others[0] ? { code: 'taken', by: others[0] } : null;
}

/** The choice with `keys` for the command `id`, taken away from all other commands; null chooses none for it. */
export function chooseKeys(id: ShortcutId, keys: string | null, chosen: ChosenKeys): ChosenKeys {
  const result: Record<string, readonly string[]> = { ...chosen };
  for (const other of shortcutIds) {
    if (keys === null || other === id || !areInTheWay(id, keys, other, chosen)) continue;
    result[other] = keysOf(other, chosen).filter((own) => !areMixedUp(own, keys));
  }
  result[id] = keys === null ? [] : [keys];
  return result;
}

function areInTheWay(id: ShortcutId, keys: string, other: ShortcutId, chosen: ChosenKeys): boolean {
  const [here, there] = [shortcutOf(id).screen, shortcutOf(other).screen];
  if (here && there && here !== there) return false;
  return keysOf(other, chosen).some((own) => areMixedUp(own, keys) && !shareByStandard(id, other, own));
}

/** Whether one of them would run before the other is complete: they are equal, or one begins the other. */
function areMixedUp(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

/** Some commands share keys by standard, because only one of them can be meant at a time. */
function shareByStandard(a: ShortcutId, b: ShortcutId, keys: string): boolean {
  return shortcutOf(a).keys.includes(keys) && shortcutOf(b).keys.includes(keys);
}

/** Keys that text fields, lists, the native menu or the system need themselves. */
function isReserved(stroke: string): boolean {
  const parts = stroke.split(/\+(?=.)/);
  // The space bar has no stroke left once sequences are split.
  const key = parts.at(-1) ?? '';
  const isNamed = key.length > 1 && /^[A-Za-z0-9]+$/.test(key);
  if (isNamed) return !(parts.includes('Mod') && key === 'Enter') && !/^F[2-9]$/.test(key);
  if (key === '') return true;
  return parts.length === 2 && parts[0] === 'Mod' && /^[acmnqvwx0+=-]$/i.test(key);
}
