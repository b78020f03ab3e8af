import type { Conversation, View } from './conversation.ts';

/** By what a view is sorted, in epoch ms: the queue by when an answer is due, the others by the last message. */
export function toSortTime(view: View, { dueAt, lastMessage }: Conversation): number {
  return view === 'queue' ? (dueAt ?? 0) : lastMessage.at;
}

/** The order of a view: the queue has the most urgent first, the others the newest activity; ids decide a tie. */
export function compareInView(view: View): (a: Conversation, b: Conversation) => number {
  const direction = view === 'queue' ? 1 : -1;
  return (a, b) => {
    const byTime = toSortTime(view, a) - toSortTime(view, b);
    return direction * (byTime || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  };
}
