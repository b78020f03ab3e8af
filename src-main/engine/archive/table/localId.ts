import { createHash } from 'node:crypto';
import { MINUTE_MS } from '#shared/time.ts';
import { normaliseText } from '../../conversations/sameText.ts';

interface Identity {
  readonly personId: string;
  readonly isOwn: boolean;
  readonly at: number;
  readonly text: string;
}

const DIGITS = 18;

/**
 * The id of a message of which a table has no id of X: the same for the same person, direction, minute and text, so that nothing is
 * imported twice. It begins with a zero, which no id of X does (`isLocalId` of the store).
 */
export function toLocalId({ personId, isOwn, at, text }: Identity): string {
  const facts = [personId, isOwn, Math.floor(at / MINUTE_MS), normaliseText(text)];
  const hash = createHash('sha256').update(JSON.stringify(facts)).digest().readBigUInt64BE();
  return `0${String(hash % 10n ** BigInt(DIGITS)).padStart(DIGITS, '0')}`;
}
