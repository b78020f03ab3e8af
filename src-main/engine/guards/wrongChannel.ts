import { DAY_MS } from '#shared/time.ts';
import { listTextsOf } from '../store/ownTexts.ts';
import { findQuestion } from './channel/asksForData.ts';
import { findQuote } from './channel/quotesPrivate.ts';
import { findReference } from './channel/refersToPrivate.ts';
import type { Guard } from './guard.ts';

/** What somebody wrote longer ago than this is seldom what a reply repeats. */
const LATELY_MS = 90 * DAY_MS;

/** A public reply that belongs in private: it repeats private messages, or asks for data that everybody would read. */
export const wrongChannel: Guard<'wrongChannel'> = ({ db, clock }, { channel, personId, text }) => {
  if (channel !== 'public') return null;
  const since = clock.now() - LATELY_MS;
  const toWarning = { code: 'wrongChannel', suggested: 'dm' } as const;
  const reference = findReference(text);
  if (reference) return { ...toWarning, reason: 'refersToPrivate', ...reference };
  const inPrivate = listTextsOf(db, personId, 'dm', since);
  const quote =
    inPrivate.length === 0 ? null : findQuote(text, inPrivate, listTextsOf(db, personId, 'post', since));
  if (quote) return { ...toWarning, reason: 'quotesPrivate', ...quote };
  const question = findQuestion(text);
  return question ? { ...toWarning, reason: 'asksForData', ...question } : null;
};
