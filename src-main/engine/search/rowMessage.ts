import { beginningOf } from '#shared/beginningOf.ts';
import { ROW_TEXT_LENGTH } from '#shared/domain/conversation.ts';
import type { Message } from '#shared/domain/message.ts';

/** The message as a row of a list: with the beginnings of its texts, and the links within them. */
export function toRowMessage<M extends Message>(message: M): M {
  return {
    ...toRowText(message),
    earlier: message.earlier.map(({ text, at }) => ({ text: beginningOf(text, ROW_TEXT_LENGTH), at })),
    quotes: message.quotes.map(({ xId, post }) => ({ xId, post: post && toRowText(post) })),
  };
}

function toRowText<T extends Pick<Message, 'text' | 'links'>>(post: T): T {
  const text = beginningOf(post.text, ROW_TEXT_LENGTH);
  return { ...post, text, links: post.links.filter(({ end }) => end <= text.length) };
}
