import type { Message } from '#shared/domain/message.ts';
import {
  emptyHistory,
  type History,
  type HistoryPage,
  hasMessage,
  isSame,
  mergeNewer,
  mergeNewest,
  mergeOlder,
  toHistory,
} from './history.ts';

/**
 * All that is loaded of a person's history: the newest part, and parts around messages far back that are not connected to it.
 * One of them is shown.
 */
export interface LoadedHistory {
  readonly newest: History;
  readonly islands: readonly History[];
  /** The index of the island that is shown; -1 if the newest part is. */
  readonly shownAt: number;
}

export const nothingLoaded: LoadedHistory = { newest: emptyHistory, islands: [], shownAt: -1 };

/** The part that is shown; what is unread is known by the newest page only. */
export function toShown({ newest, islands, shownAt }: LoadedHistory): History {
  const island = islands[shownAt];
  return island ? { ...island, seenThrough: newest.seenThrough, unread: newest.unread } : newest;
}

/** The messages that are loaded without being part of the newest history. */
export function toFarMessages({ islands }: LoadedHistory): readonly Message[] {
  return islands.flatMap(({ messages }) => messages);
}

export function withNewest(loaded: LoadedHistory, page: HistoryPage): LoadedHistory {
  return { ...loaded, newest: mergeNewest(loaded.newest, page) };
}

/** Adds the page before `cursor` to the part that is shown; nothing if that has gone on meanwhile. */
export function withOlder(loaded: LoadedHistory, cursor: string, page: HistoryPage): LoadedHistory {
  const shown = toShown(loaded);
  return shown.previous === cursor ? withShown(loaded, mergeOlder(shown, page)) : loaded;
}

/** Adds the page after `cursor` to the part that is shown; nothing if that has gone on meanwhile. */
export function withNewer(loaded: LoadedHistory, cursor: string, page: HistoryPage): LoadedHistory {
  const shown = toShown(loaded);
  return shown.next === cursor ? withShown(loaded, mergeNewer(shown, page)) : loaded;
}

/** Shows the page around a message. */
export function withIsland(loaded: LoadedHistory, page: HistoryPage): LoadedHistory {
  const { islands } = loaded;
  return withShown(
    { ...loaded, islands: [...islands, emptyHistory], shownAt: islands.length },
    toHistory(page),
  );
}

/** Shows a part anew that was fetched again around one of its messages; nothing if another is shown meanwhile. */
export function withFetchedAgain(loaded: LoadedHistory, messageId: string, page: HistoryPage): LoadedHistory {
  const isShown = loaded.shownAt >= 0 && hasMessage(toShown(loaded), messageId);
  return isShown ? withShown(loaded, toHistory(page)) : loaded;
}

/** Shows the loaded part that has a message; null if none has it. */
export function showingMessage(loaded: LoadedHistory, messageId: string): LoadedHistory | null {
  if (hasMessage(loaded.newest, messageId)) return { ...loaded, shownAt: -1 };
  const shownAt = loaded.islands.findIndex((island) => hasMessage(island, messageId));
  return shownAt < 0 ? null : { ...loaded, shownAt };
}

/** Puts a history in the place of the shown one. An island that has reached the newest part becomes one with it. */
function withShown(loaded: LoadedHistory, history: History): LoadedHistory {
  const { newest, islands, shownAt } = loaded;
  if (shownAt < 0) return { ...loaded, newest: history };
  const first = newest.messages[0];
  const isReached = first !== undefined && history.messages.some((message) => isSame(message, first));
  if (isReached || history.next === undefined) {
    return { newest: mergeNewest(history, newest), islands: islands.toSpliced(shownAt, 1), shownAt: -1 };
  }
  return { ...loaded, islands: islands.with(shownAt, history) };
}
