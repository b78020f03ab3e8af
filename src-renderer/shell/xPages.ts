import type { Message } from '#shared/domain/message.ts';
import type { PersonSummary } from '#shared/domain/person.ts';

/** The address of a page of X. */
export const toXPage = (path: string): string => `https://x.com/${path}`;

/** The address of a post. */
export function toPostUrl({ author, xId }: Pick<Message, 'author' | 'xId'>): string {
  return toXPage(`${encodeURIComponent(author.handle || 'i')}/status/${encodeURIComponent(xId ?? '')}`);
}

/** The address of a profile; by id, as X's web intents allow, while the handle is unknown or somebody else's. */
export function toProfileUrl({ handle, id }: PersonSummary): string {
  return toXPage(handle ? encodeURIComponent(handle) : `intent/user?user_id=${encodeURIComponent(id)}`);
}
