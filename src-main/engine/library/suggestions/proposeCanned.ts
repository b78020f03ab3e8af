import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import { toReplyLanguage } from '#shared/domain/replyLanguage.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../../context/context.ts';
import { recordActivity } from '../../conversations/recordActivity.ts';
import { getCurrentAgent } from '../../store/agents.ts';
import { isNearlySame } from '../../store/answers.ts';
import { listNewestCanned } from '../../store/cannedIndex.ts';
import { listCannedByRow } from '../../store/cannedResponses.ts';
import type { Db } from '../../store/open.ts';
import { dismissAnswer, type FrequentAnswer, listFrequentAnswers } from '../../store/proposals.ts';
import { getReplySources } from '../../store/replySources.ts';
import { inTransaction } from '../../store/sql.ts';
import { createAdapter } from './adaptStored.ts';
import { catchUp } from './catchUp.ts';
import { toFingerprint } from './fingerprint.ts';
import { withoutGreeting } from './greeting.ts';
import { toTermMatch, toTerms, toWords } from './toWords.ts';
import { findByTerms } from './weighTerms.ts';

/** So many times a reply must have been sent to be worth a canned response. */
const LEAST_USES = 3;
/** So many answers are looked at for each proposal that is wanted, since some are canned responses. */
const SPARE = 3;
/** What is read at most to see whether there is a canned response like an answer. */
const limits = { ofTerm: 50, read: 1_000, limit: 5 } as const;

/** Replies that were sent again and again and are no canned responses, the most frequent first, as texts for anybody. */
export async function proposeCanned(
  { db, account }: Pick<EngineContext, 'db' | 'account'>,
  { limit }: EngineParsed<'replies.proposals'>,
): Promise<Result<EngineOutput<'replies.proposals'>, AppError>> {
  await catchUp(db);
  const answers = listFrequentAnswers(db, LEAST_USES, SPARE * limit);
  const sources = getReplySources(
    db,
    answers.map(({ newestId }) => newestId),
  );
  const adapt = createAdapter({ db, account });
  const items: EngineOutput<'replies.proposals'>['items'] = [];
  for (const answer of answers) {
    const source = sources.get(answer.newestId);
    if (!source || source.cannedId !== null || items.length >= limit) continue;
    const text = adapt(source);
    if (text === '' || isCanned(db, answer, text)) continue;
    const language = toReplyLanguage(answer.lang);
    items.push({ id: String(answer.id), text, count: answer.uses, lastAt: source.at, language });
  }
  return ok({ items });
}

/** Never proposes a frequent reply again, until that is undone. Fails with `notFound`, also if it is dismissed already. */
export function dismissProposal(
  ctx: Pick<EngineContext, 'db' | 'clock' | 'newId' | 'emit'>,
  { id }: EngineParsed<'replies.dismissProposal'>,
): Result<EngineOutput<'replies.dismissProposal'>, AppError> {
  const { db, clock } = ctx;
  const activityId = inTransaction(db, () => {
    const dismissed = /^\d{1,15}$/u.test(id) ? dismissAnswer(db, Number(id), clock.now()) : null;
    if (dismissed === null) return null;
    const undo = { proposal: { signature: dismissed.toString('base64') } };
    const agent = getCurrentAgent(db).id;
    return recordActivity(ctx, { kind: 'proposalDismissed', agent, conversationId: null, undo });
  });
  if (activityId === null) return err({ code: 'notFound', what: 'proposal', id });
  ctx.emit({ name: 'library.changed', params: {} });
  return ok({ activityId });
}

function isCanned(db: Db, { signature }: FrequentAnswer, text: string): boolean {
  const rows = findByTerms(
    toTerms(toWords(text, [])),
    (term, most) => listNewestCanned(db, toTermMatch(term), most),
    limits,
  );
  const wordings = listCannedByRow(db, rows).flatMap(({ texts }) => texts);
  return wordings.some((wording) =>
    isNearlySame(toFingerprint(toWords(withoutGreeting(wording.text), [])).signature, signature),
  );
}
