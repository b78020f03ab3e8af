import { GuardCode, type Warning } from '#shared/guards.ts';
import type { EngineContext } from '../context/context.ts';
import { getSettings } from '../store/settings.ts';
import { foreignLink } from './foreignLink.ts';
import type { Guard, GuardedReply } from './guard.ts';
import { nearDuplicate } from './nearDuplicate.ts';
import { personalData } from './personalData.ts';
import { price } from './price.ts';
import { unseenMessage } from './unseenMessage.ts';
import { wrongChannel } from './wrongChannel.ts';

const guards: { readonly [C in GuardCode]: Guard<C> } = {
  personalData,
  wrongChannel,
  nearDuplicate,
  unseenMessage,
  foreignLink,
  price,
};

/** What the guards that are on say about a reply, in their order; makes no call to X. */
export function checkGuards(
  { db, clock }: Pick<EngineContext, 'db' | 'clock'>,
  reply: GuardedReply,
  codes: readonly GuardCode[] = GuardCode.options,
): Warning[] {
  const settings = getSettings(db);
  return codes
    .filter((code) => !settings.guardsOff.includes(code))
    .flatMap((code) => guards[code]({ db, clock, settings }, reply) ?? []);
}
