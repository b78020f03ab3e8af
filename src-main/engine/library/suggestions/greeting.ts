import { anyCase } from './anyCase.ts';

/** Words that open a letter in English, Dutch or French, in front of a name. */
const openings = [
  'hi|hello|hey|hiya|dear|howdy|good morning|good afternoon|good evening|greetings|thanks|thank you|sorry',
  'hallo|hoi|dag|beste|geachte|goedemorgen|goedemiddag|goedenavond|goeiemorgen|goeiemiddag|bedankt|dank je|dank u',
  'bonjour|bonsoir|salut|coucou|cher|chère|merci|désolé|désolée|desole',
].join('|');

const titleWords = anyCase(
  'mr|mrs|ms|miss|dr|dhr|mevr|mw|mevrouw|meneer|heer|m|mme|mlle|monsieur|madame|mademoiselle',
);
const titles = String.raw`(?:(?:${titleWords})\.?\s+)?`;
const name = String.raw`[\p{L}][\p{L}\p{M}'’-]*(?:\s+(?:(?:van|de|den|der|du|la|le)\s+)*\p{Lu}[\p{L}\p{M}'’-]*){0,2}`;
const start = String.raw`^(?:[\s.]*@\w+[,:]?)*\s*(?:${anyCase(openings)})(?!\p{L})`;

const greeted = new RegExp(
  String.raw`(?:${start}|[.!?…]\s+(?:${anyCase(openings)}))[\s,]+(${titles}${name})(?=\s*[,!.:;…–—-]|\s*$|\s*\n)`,
  'giu',
);
const opening = new RegExp(String.raw`${start}(?:[\s,]+${name}(?=\s*[,!.]))?[\s,!.:…-]*`, 'u');

/** Whom greetings name that name nobody. */
const everybody =
  /^(?:there|all|team|everyone|everybody|guys|folks|again|friend|friends|mate|daar|allemaal|iedereen|allen|klant|jij|jou|tous|toutes|vous|[àa]\s+tous|tout|for|so|to|we|i|it|the|that|your|you|voor|dat|het|om|je|u|pour|de|d|les|le|nous|about|if|but|and|en|et|in|hier|ici|morning|afternoon|evening)$/iu;

/** A name as the last word of a sentence, behind a comma. */
const addressed = /,\s+(\p{Lu}[\p{Ll}'’-]+)(?=\s*[!.?…](?:\s|$)|\s*$)/gu;

/** The names by which a text greets, thanks or addresses somebody, with their places. */
export function findGreetedNames(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(greeted), ...text.matchAll(addressed)].flatMap((match) => {
    const found = match[1] ?? '';
    if (everybody.test(found.split(/\s/u)[0] ?? '')) return [];
    const end = match.index + match[0].length;
    return [{ start: end - found.length, end }];
  });
}

/** A text without the greeting at its beginning, unless it is nothing else. */
export const withoutGreeting = (text: string): string => text.replace(opening, '') || text;
