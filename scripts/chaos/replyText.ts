/**
 * What people put around the words of a reply and X changes on the way, or what code on the way could take for a pattern:
 * links, `$`, emoji, mentions, line breaks, escapes. At most 120 weighted characters each.
 */
const forms: readonly ((words: string) => string)[] = [
  (words) => words,
  (words) => `${words} https://example.org/?$=$&b=$1`,
  (words) => `See example.com/a?b=1&c=<2> (${words}), or https://www.Example.org/Größe/.`,
  (words) => `https://example.net/1 ${words} https://example.net/1 https://example.net/12`,
  (words) => `$1 $$ $' $\` ${words} costs 5 $ & < 6 €`,
  (words) => `👩‍👩‍👧 ${words} 🇳🇱 ❤️👍🏽`,
  (words) => `@perch_friend and @someone_else: ${words}`,
  (words) => `${words} says @perch_friend.\n\n  Kind regards,\nMia\t#help`,
];

/** The text of a reply that says `words` in one of the forms; `random` is from 0 to 1. */
export function toReplyText(words: string, random: number): string {
  const form = forms[Math.floor(random * forms.length)] ?? String;
  return form(words);
}

/** A text of several posts, each of which says `words`. */
export const toLongText = (words: string): string =>
  Array.from(
    { length: 3 },
    (_, n) => `${n + 1}. ${words} We write more than fits into one post, dhr. Jansen.`,
  ).join('\n');
