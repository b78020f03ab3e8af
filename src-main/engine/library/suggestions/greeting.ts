/** Words that open a letter in English, Dutch or French, in front of a name. */
const openings = [
  'hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening)|greetings',
  'hallo|hoi|hey|dag|beste|geachte|goedemorgen|goedemiddag|goedenavond|goeiemorgen|goeiemiddag',
  'bonjour|bonsoir|salut|coucou|ch[eè]re?',
].join('|');

const opening = new RegExp(
  String.raw`^(?:[\s.]*@\w+)*\s*(?:${openings})(?:\s+\p{Lu}[\p{L}'’-]*){0,3}[\s,!.:…-]*`,
  'iu',
);

/** A text without the greeting at its beginning. */
export const withoutGreeting = (text: string): string => text.replace(opening, '') || text;
