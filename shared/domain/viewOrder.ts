import { z } from 'zod';
import type { Conversation, View } from './conversation.ts';

/**
 * The order of a list. urgent: the earliest due time first. waiting: who has waited longest first. In both, those who do not
 * wait follow, newest first. newest, oldest: by the time of the last message.
 */
export const ListSort = z.enum(['urgent', 'waiting', 'newest', 'oldest']);
export type ListSort = z.infer<typeof ListSort>;

/** The usual order of a view: earliest due first in the queue, most recently active first in the others. */
export function toUsualSort(view: View): ListSort {
  return view === 'queue' ? 'urgent' : 'newest';
}

/** Greater than every time, so that those who do not wait come last; what is subtracted puts the newest of them first. */
const NOT_WAITING = 8e15;
/** The time of the last message behind the sort time of a conversation that does not wait; null if it waits. */
export const toLastAt = (sortTime: number): number | null =>
  sortTime > NOT_WAITING / 2 ? NOT_WAITING - sortTime : null;

/** The sort key of a list: an epoch time in ms, or where nobody waits a number beyond all times. */
export function toSortTime(sort: ListSort, { dueAt, waitingSince, lastMessage }: Conversation): number {
  if (sort === 'newest' || sort === 'oldest') return lastMessage.at;
  return (sort === 'urgent' ? dueAt : waitingSince) ?? NOT_WAITING - lastMessage.at;
}

/** The order of a list; ids break ties. */
export function compareBy(sort: ListSort): (a: Conversation, b: Conversation) => number {
  const direction = sort === 'newest' ? -1 : 1;
  return (a, b) => {
    const time = toSortTime(sort, a);
    const byTime = time - toSortTime(sort, b);
    if (byTime !== 0) return direction * byTime;
    const byId = a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
    return (toLastAt(time) === null ? direction : -1) * byId;
  };
}
