import type { Account } from '#shared/domain/account.ts';
import { writeBigArchive } from '../tests/support/bigArchive.ts';
import { seededRandom } from './corpus.ts';
import { textOf } from './texts.ts';

/** People write so many private messages, the replies among them, before they are silent; every fifth of them writes again one day. */
const EPISODE = 3;
const PEOPLE_AN_EPISODE = 0.8;
/** Spreads the people of one day over the file, which has them in the order of their ids. */
const SCATTER = 7_919;

/**
 * Writes an archive of X with so many messages of a team, every second one private. Texts are as long as real ones, and people write a few
 * messages within hours.
 */
export function writeTeamArchive(file: string, total: number, owner: Pick<Account, 'id' | 'handle'>): void {
  const random = seededRandom(7);
  const people = Math.ceil((total / 2 / EPISODE) * PEOPLE_AN_EPISODE);
  writeBigArchive(file, total, owner, {
    more: () => ` ${textOf(10 + Math.floor(random() * 25), random)}`,
    dmCustomerOf: (n) => String(100_000 + ((Math.floor(n / 2 / EPISODE) * SCATTER) % people)),
  });
}
