/** Between two drafts of one channel. */
const BLANK_LINE = '\n\n';

/**
 * The draft of a channel after `returned`, a text that was not sent, comes back while `current` is being written: the
 * returned text first, then a blank line, then what was written since. Nothing is lost, and a text that is already part of
 * the other one is not repeated, so merging twice gives the same as merging once.
 *
 *     mergeDrafts('On it', 'And more')          'On it\n\nAnd more'
 *     mergeDrafts('On it', 'On it\n\nAnd more') 'On it\n\nAnd more'
 *     mergeDrafts('On it', ' ')                 'On it'
 */
export function mergeDrafts(returned: string, current: string): string {
  if (returned.trim() === '' || hasParagraphs(current, returned)) return current;
  if (current.trim() === '' || hasParagraphs(returned, current)) return returned;
  return `${returned.trimEnd()}${BLANK_LINE}${current.trimStart()}`;
}

// Whole paragraphs only: "On" is no part of "On it".
function hasParagraphs(text: string, part: string): boolean {
  const framed = (inner: string) => BLANK_LINE + inner.trim() + BLANK_LINE;
  return framed(text).includes(framed(part));
}
