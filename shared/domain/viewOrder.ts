import type { Conversation, View } from './conversation.ts';

/** The sort key of a view, in epoch ms: the due time in the queue, the time of the last message in the others. */
export function toSortTime(view: View, { dueAt, lastMessage }: Conversation): number {
  return view === 'queue' ? (dueAt ?? 0) : lastMessage.at;
}

/** The order of a view: most urgent first in the queue, most recently active first in the others; ids break ties. */
export function compareInView(view: View): (a: Conversation, b: Conversation) => number {
  const direction = view === 'queue' ? 1 : -1;
  return (a, b) => {
    const byTime = toSortTime(view, a) - toSortTime(view, b);
    return direction * (byTime || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  };
}
