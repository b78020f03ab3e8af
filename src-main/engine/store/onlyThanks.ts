const thanks =
  /(?<!\p{L})(?:thanks?|thank ?you|thx|ty|cheers|bedankt|dank|merci|super|perfect|parfait|great|top|brilliant|fijn|geweldig)(?!\p{L})/iu;
const asks = /\?|(?<!\p{L})(?:but|still|maar|nog steeds|mais|toujours pas)(?!\p{L})/iu;

/** Whether a message thanks and asks nothing: few words or none, and no question. */
export function isOnlyThanks(text: string): boolean {
  const plain = text.replace(/https?:\/\/\S+|[@#]\w+/gu, ' ');
  const words = plain.match(/\p{L}+/gu) ?? [];
  return !asks.test(plain) && (words.length === 0 || (words.length <= 15 && thanks.test(plain)));
}
