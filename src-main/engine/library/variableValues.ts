import type { Account } from '#shared/domain/account.ts';
import { compilePattern } from '#shared/domain/safePattern.ts';
import type { VariableValues } from '#shared/domain/variables.ts';
import { getCurrentAgent } from '../store/agents.ts';
import type { Db } from '../store/open.ts';
import { getPerson } from '../store/people.ts';
import { getSettings } from '../store/settings.ts';
import { listWantedTexts } from '../store/wantedTexts.ts';
import { toFirstName, toPlainName } from './firstName.ts';
import { findOrderNumber } from './orderNumber.ts';

/**
 * What variables stand for in a conversation: `firstName` and `name` from the display name of its person, `handle` without the @,
 * `agent` the current one, `company` the name of the account, `orderNumber` where exactly one is known. Null for what is not certain.
 */
export function getVariableValues(
  db: Db,
  account: Account | null,
  { conversationId, personId }: { readonly conversationId: string; readonly personId: string },
): VariableValues {
  const person = getPerson(db, personId);
  // People of whom only the id is known have it in place of a name.
  const name = person && person.name !== person.id ? person.name : '';
  return {
    firstName: toFirstName(name),
    name: toPlainName(name) || null,
    handle: person?.handle || null,
    agent: getCurrentAgent(db).name,
    company: account?.name || null,
    orderNumber: findOrderNumber(listWantedTexts(db, conversationId), listPatterns(db)),
  };
}

// Patterns of other numbers, such as those of customers, say by their name that they are none of orders.
const listPatterns = (db: Db): RegExp[] =>
  getSettings(db).ownPatterns.flatMap(({ name, pattern }) =>
    /order|bestel|command/iu.test(name) ? (compilePattern(pattern) ?? []) : [],
  );
