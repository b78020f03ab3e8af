import { setImmediate } from 'node:timers/promises';
import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import { isSameHandle } from '#shared/domain/isSameHandle.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { inSlices } from '../context/inSlices.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { countErasable, findReplyOnItsWay } from '../store/erasable.ts';
import { eraseLeaving } from '../store/eraseLeaving.ts';
import { ledgerOf } from '../store/erasureLedger.ts';
import { type Erased, type ErasureProof, findTraces, toProof } from '../store/erasureProof.ts';
import { type IndexedWords, readIndexedWords } from '../store/indexErasure.ts';
import { collectPerson, forgetLeaving, listMessagesOf } from '../store/leaving.ts';
import { listOldStores } from '../store/oldStores.ts';
import { getPerson } from '../store/people.ts';
import { hasOptedOut } from '../store/surveys.ts';
import { finishErasures, isEnding } from './finishErasures.ts';

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
 * backup from before it does not bring the person back; then everything goes in one transaction. The search index is written anew and the proof
 * made in slices, with `people.erasing` meanwhile. Fails with `wrongState` while a reply to the person is on its way, and with `engineGone` if the
 * engine is ended before the proof.
 */
export async function erasePerson(
  ctx: Context,
  input: EngineParsed<'people.erase'>,
): Promise<Result<EngineOutput<'people.erase'>, AppError>> {
  const { db, dataDir, emit, log } = ctx;
  const refused = refuseErasure(ctx, input);
  if (refused) return err(refused);
  const words = await readWords(ctx, input.id);
  const erased = erase(ctx, input);
  if (!erased.ok) return erased;
  const { conversationIds, counts } = erased.value;
  emit({ name: 'conversations.changed', params: { ids: [...conversationIds] } });
  emit({ name: 'people.erased', params: {} });
  const { isCompacted } = await finishErasures(ctx);
  const proof = await proveErased(ctx, { ...erased.value, words });
  if (!proof) return err({ code: 'engineGone' });
  log('people.erased', { ...proof });
  return ok({ counts, proof, isCompacted, backups: listOldStores(db, dataDir).length });
}

/** The words of the messages that will go, to ask for them afterwards. */
async function readWords({ db }: Context, personId: string): Promise<IndexedWords[]> {
  const ids = listMessagesOf(db, personId);
  const words: IndexedWords[] = [];
  for (let from = 0; from < ids.length && !isEnding(db); from += WORDS_AT_ONCE) {
    words.push(...readIndexedWords(db, ids.slice(from, from + WORDS_AT_ONCE)));
    await setImmediate();
  }
  return words;
}

const WORDS_AT_ONCE = 100;

/** Null if the store is being closed. */
async function proveErased({ db, clock }: Context, erased: Erased): Promise<ErasureProof | null> {
  let found = 0;
  function* ask(): Generator<void> {
    for (const traces of findTraces(db, erased)) {
      found += traces;
      yield;
      if (isEnding(db)) return;
    }
  }
  if (isEnding(db)) return null;
  await inSlices(clock, ask());
  return isEnding(db) ? null : toProof(db, erased, found);
}

/** Why nobody can be erased who is meant: nobody has this id, or somebody with another handle. */
function refuseErasure(
  { db, account }: Context,
  { id, handle }: EngineParsed<'people.erase'>,
): AppError | null {
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

function erase(ctx: Context, input: EngineParsed<'people.erase'>) {
  const { db, clock, xClock, newId } = ctx;
  const { id: personId, deletesBackups } = input;
  // Others had their turn.
  const refused = isEnding(db) ? { code: 'engineGone' as const } : refuseErasure(ctx, input);
  if (refused) return err(refused);
  const reply = findReplyOnItsWay(db, personId);
  if (reply) return err({ code: 'wrongState' as const, ...reply });
  try {
    collectPerson(db, personId);
    const ledger = ledgerOf(db);
    const id = newId();
    const now = clock.now();
    ledger.add(personId, {
      id,
      at: xClock.toXTime(now),
      hasOptedOut: hasOptedOut(db, personId),
      ...(deletesBackups ? { deletesBackups } : {}),
    });
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
