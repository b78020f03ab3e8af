import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import { isSameHandle } from '#shared/domain/isSameHandle.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { countErasable, findReplyOnItsWay } from '../store/erasable.ts';
import { eraseLeaving } from '../store/eraseLeaving.ts';
import { ledgerOf } from '../store/erasureLedger.ts';
import { proveErased } from '../store/erasureProof.ts';
import { collectPerson, forgetLeaving } from '../store/leaving.ts';
import { listOldStores } from '../store/oldStores.ts';
import { getPerson } from '../store/people.ts';
import { hasOptedOut } from '../store/surveys.ts';
import { finishErasures } from './finishErasures.ts';

type Context = Pick<
  EngineContext,
  'db' | 'dataDir' | 'clock' | 'xClock' | 'newId' | 'emit' | 'log' | 'account' | 'services'
>;

/** Counts what erasing a person would take along, and says what stands in its way. */
export function checkErasure(
  { db, dataDir, account }: Context,
  id: string,
): Result<EngineOutput<'people.eraseCheck'>, AppError> {
  const person = getPerson(db, id);
  if (!person || id === account()?.id) return err({ code: 'notFound', what: 'person', id });
  return ok({
    handle: person.handle,
    counts: countErasable(db, id),
    isReplyOnItsWay: findReplyOnItsWay(db, id) !== null,
    backups: listOldStores(db, dataDir).length,
  });
}

/**
 * Erases a person for good. It is first recorded in the ledger, so that an interrupted erasure is carried out at the next start, and a
 * backup from before it does not bring the person back; then everything goes in one transaction. Fails with `wrongState` while a reply to
 * the person is on its way.
 */
export async function erasePerson(
  ctx: Context,
  { id, handle, deletesBackups }: EngineParsed<'people.erase'>,
): Promise<Result<EngineOutput<'people.erase'>, AppError>> {
  const { db, dataDir, clock, emit, log } = ctx;
  const refused = refuseErasure(ctx, id, handle);
  if (refused) return err(refused);
  const erased = erase(ctx, id, deletesBackups);
  if (!erased.ok) return erased;
  const { conversationIds, counts } = erased.value;
  emit({ name: 'conversations.changed', params: { ids: [...conversationIds] } });
  emit({ name: 'people.erased', params: {} });
  const { isCompacted } = await finishErasures(ctx);
  const proof = proveErased(db, erased.value, clock.now());
  log('people.erased', { ...proof });
  return ok({ counts, proof, isCompacted, backups: listOldStores(db, dataDir).length });
}

/** Why nobody can be erased who is meant: nobody has this id, or somebody with another handle. */
function refuseErasure({ db, account }: Context, id: string, handle: string): AppError | null {
  const person = getPerson(db, id);
  if (!person || id === account()?.id) return { code: 'notFound', what: 'person', id };
  const expected = person.handle || id;
  if (isSameHandle(handle, expected)) return null;
  return {
    code: 'invalid',
    path: 'handle',
    reason: `is ${JSON.stringify(handle)}, but the person is ${expected}`,
  };
}

function erase({ db, clock, xClock, newId }: Context, personId: string, deletesBackups: boolean) {
  const reply = findReplyOnItsWay(db, personId);
  if (reply) return err({ code: 'wrongState' as const, ...reply });
  try {
    collectPerson(db, personId);
    const ledger = ledgerOf(db);
    const id = newId();
    const now = clock.now();
    ledger.add(personId, { id, at: xClock.toXTime(now), hasOptedOut: hasOptedOut(db, personId) });
    try {
      return ok(eraseLeaving(db, personId, { id, at: now, agent: getCurrentAgent(db).id, deletesBackups }));
    } catch (cause) {
      // Nothing of it has happened.
      ledger.remove(id);
      throw cause;
    }
  } finally {
    forgetLeaving(db);
  }
}
