const postUrl =
  /^(?:https?:\/\/)?(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com\/(?:i\/web|\w+)\/status(?:es)?\/(\d{1,19})(?:\/(?:photo|video)\/\d+)?\/?(?:[?#]\S*)?$/i;

/** The id of the post to which an address leads, in any form in which X writes it; null for any other address. */
export function toLinkedPostId(url: string): string | null {
  return postUrl.exec(url)?.[1] ?? null;
}

/** The text without links to the `quoted` posts at its end: they only stand for the quotes, which are shown with the text. */
export function withoutQuoteLinks(text: string, quoted: readonly string[]): string {
  const [, before, last] = quoted.length === 0 ? [] : (/^(.*?)\s*(\S+)\s*$/s.exec(text) ?? []);
  if (before === undefined || last === undefined) return text;
  return quoted.includes(toLinkedPostId(last) ?? '') ? withoutQuoteLinks(before, quoted) : text;
}

const mediaLink =
  /\s*(?:https?:\/\/)?(?:t\.co\/\w+|pic\.(?:x|twitter)\.com\/\w+|(?:x|twitter)\.com\/\S+\/(?:photo|video|media)\/\d+)\s*$/i;

/** The text without a link at its end that may stand for its pictures. */
export const withoutMediaLink = (text: string): string => text.replace(mediaLink, '');

/**
 * A raw text without the short link at its end. Where X says that a message quotes a post but not where its links lead, the last
 * one stands for the quote.
 */
export const withoutLastShortLink = (raw: string): string => raw.replace(/\s*https:\/\/t\.co\/\w+\s*$/, '');
