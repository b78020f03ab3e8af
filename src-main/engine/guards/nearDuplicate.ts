import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { listOwnTextsTo, listPublicTextsSince, type OwnText } from '../store/ownTexts.ts';
import type { Guard } from './guard.ts';
import { isNearlySame, toComparableWords } from './similarity.ts';

/** Somebody who got the same so long ago may get it again. */
const PERSON_MS = 30 * DAY_MS;
/** X takes the same words to many people within minutes for spam. */
const PUBLIC_MS = 10 * MINUTE_MS;
/** Shorter texts, such as thanks, are alike by nature. */
const FEWEST_WORDS = 6;

/** The same words to this person within 30 days, or in public within ten minutes, also if they still wait to be sent. */
export const nearDuplicate: Guard<'nearDuplicate'> = ({ db, clock }, { personId, channel, text }) => {
  const words = toComparableWords(text);
  if (words.length < FEWEST_WORDS) return null;
  const now = clock.now();
  const isAlike = (own: OwnText) => isNearlySame(words, toComparableWords(own.text));
  const same = listOwnTextsTo(db, personId, now - PERSON_MS).find(isAlike);
  if (same) return { code: 'nearDuplicate', where: 'person', ...same };
  const posted = channel === 'public' ? listPublicTextsSince(db, now - PUBLIC_MS).find(isAlike) : undefined;
  return posted ? { code: 'nearDuplicate', where: 'public', ...posted } : null;
};
