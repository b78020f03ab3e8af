import { isOnlyThanks } from '../../store/onlyThanks.ts';

/*
 * Closed lists rather than a guess at feelings: a survey that is not sent costs less than one that pours oil on the fire.
 */
const angry = [
  // English
  'angry|furious|livid|disgusted|disgusting|unacceptable|ridiculous|pathetic|useless|worst|shame|shameful|disgrace|disgraceful',
  'scam|scammers?|liars?|incompetent|appalling|outrageous|awful|terrible|horrible|rip ?off|never again|fed up|a joke|wtf|screw you',
  'fuck\\w*|bullshit|crap|shit|idiots?|morons?',
  // Dutch
  'boos|woedend|razend|schandalig|schande|belachelijk|waardeloos|onaanvaardbaar|onacceptabel|oplichters?|oplichting|leugenaars?',
  'verschrikkelijk|vreselijk|walgelijk|nooit meer|kotsbeu|het beu|klote|kut|godver\\w*|idioten|prutsers',
  // French
  'furieux|furieuse|en colère|scandaleux|scandaleuse|honte|honteux|honteuse|inadmissible|inacceptable|lamentable|arnaque|arnaqueurs?',
  'menteurs?|incompétents?|minable|nuls?|plus jamais|ras[- ]le[- ]bol|marre|merde|putain|foutage de gueule|connards?|catastrophique',
].join('|');
const angryWords = new RegExp(`(?<![\\p{L}\\p{N}])(?:${angry})(?![\\p{L}\\p{N}])`, 'giu');
/** What takes the sting out of a word behind it: "no longer angry", "niet meer boos", "pas du tout inadmissible". */
const denies = /(?<!\p{L})(?:not|no longer|isn[’']t|wasn[’']t|niet|geen|pas|plus)(?:\s+\p{L}+){0,2}\s+$/iu;
const angryFaces = /[😠😡🤬🖕💩🤡]/u;

/**
 * Whether a conversation ended in anger, by the last texts of its person, the newest first: what they wrote last or just before it,
 * unless they said thanks in the end.
 */
export function endedInAnger([last, before]: readonly string[]): boolean {
  if (last === undefined || isAngry(last)) return last !== undefined;
  return before !== undefined && isAngry(before) && !isOnlyThanks(last);
}

/** Whether a text reads as written in anger: by its words, its faces or shouting. */
function isAngry(text: string): boolean {
  const plain = text.replace(/https?:\/\/\S+|[@#][\p{L}\p{N}_]+/gu, ' ');
  if (angryFaces.test(plain) || isShouting(plain)) return true;
  return [...plain.matchAll(angryWords)].some(({ index }) => !denies.test(plain.slice(0, index)));
}

/** At least three words of four letters or more, nearly all in capitals. */
function isShouting(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const loud = words.filter((word) => word === word.toUpperCase() && word !== word.toLowerCase());
  return loud.length >= 3 && loud.length * 10 >= words.length * 8;
}
