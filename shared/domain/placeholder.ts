import { z } from 'zod';
import { type Media, MediaType } from './message.ts';

/**
 * What a message is shown as where its text has nothing to read: the type of its first attachment, `poll`, `unreadable`
 * (encrypted on X), `deleted`, or `empty` if there is nothing at all.
 */
export const Placeholder = z.enum([...MediaType.options, 'poll', 'unreadable', 'deleted', 'empty']);
export type Placeholder = z.infer<typeof Placeholder>;

/** The facts of a message that decide what stands in for its text. */
interface Content {
  readonly text: string;
  readonly media: readonly Pick<Media, 'type'>[];
  readonly unreadable: boolean;
  readonly deletedAt: number | null;
  readonly hasPoll?: boolean;
}

const visible = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;
const onlyShortLinks = /^\s*(?:https:\/\/t\.co\/\w+\s*)+$/;

/** Whether a text has anything that can be seen; spaces, zero-width and direction marks, fillers and blanks cannot. */
export function hasVisibleText(text: string): boolean {
  return visible.test(text);
}

/** What to show in place of the text of a message; null if the text says something. */
export function toPlaceholder({ text, media, unreadable, deletedAt, hasPoll }: Content): Placeholder | null {
  if (deletedAt !== null) return 'deleted';
  if (unreadable) return 'unreadable';
  const attached = media[0]?.type ?? (hasPoll ? 'poll' : null);
  // Beside an attachment, a link that X left without an explanation stands for that attachment.
  if (hasVisibleText(text) && (attached === null || !onlyShortLinks.test(text))) return null;
  return attached ?? 'empty';
}
