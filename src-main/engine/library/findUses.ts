import type { EngineParsed } from '#shared/contract/engine.ts';
import { fillVariables, findVariables, toSentText } from '#shared/domain/variables.ts';
import type { EngineContext } from '../context/context.ts';
import { getCanned } from '../store/cannedResponses.ts';
import type { CannedUse } from '../store/cannedUses.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import { listDrafts } from '../store/drafts.ts';
import type { Db } from '../store/open.ts';
import { type DraftUse, findOwnMessages, type ReplyUses } from '../store/replyUses.ts';
import { getVariableValues } from './variableValues.ts';

type Ctx = Pick<EngineContext, 'db' | 'account'>;
type Reply = Pick<EngineParsed<'replies.send'>, 'conversationId' | 'text' | 'cannedIds' | 'replyIds'>;

/**
 * What a reply names, and what was put into its draft, each once; of a canned response also whether the agent changed the wording: none
 * of it stands in the reply as it is, whatever was filled in where Perch did not know it. Unknown ids are left out.
 */
export function findUses(ctx: Ctx, reply: Reply, inDraft: readonly DraftUse[] = []): ReplyUses {
  const { cannedIds = [], replyIds = [] } = reply;
  const canned = [...cannedIds, ...inDraft.flatMap(({ cannedId }) => cannedId ?? [])];
  const ofDraft = inDraft.flatMap(({ cannedId, messageId }) => (cannedId === null ? [messageId] : []));
  return {
    canned: findCanned(ctx, { ...reply, cannedIds: canned }),
    earlier: [...new Set([...findOwnMessages(ctx.db, replyIds), ...ofDraft])],
  };
}

/** What was put into the draft that becomes a reply: that of its channel, or one in its words, which goes out on the other channel. */
export const listDraftUses = (
  db: Db,
  {
    conversationId,
    channel,
    text,
  }: Pick<EngineParsed<'replies.send'>, 'conversationId' | 'channel' | 'text'>,
): DraftUse[] =>
  listDrafts(db, conversationId)
    .filter((draft) => draft.channel === channel || draft.text.trim() === text.trim())
    .flatMap(({ uses }) => uses);

function findCanned({ db, account }: Ctx, { conversationId, text, cannedIds = [] }: Reply): CannedUse[] {
  const personId = getPersonIdOf(db, conversationId);
  if (cannedIds.length === 0 || personId === null) return [];
  const values = getVariableValues(db, account(), { conversationId, personId });
  const sent = toComparable(toSentText(text));
  return [...new Set(cannedIds)].flatMap((id) => {
    const canned = getCanned(db, id);
    if (!canned) return [];
    const isIn = canned.texts.some((wording) => contains(sent, fillVariables(wording.text, values).text));
    return [{ cannedId: id, edited: !isIn }];
  });
}

const toComparable = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** The most characters that somebody fills in for a variable. */
const MAX_VALUE = 80;

/** Whether a filled wording is part of a sent text; each variable that remains in it stands for a few words. */
function contains(sent: string, filled: string): boolean {
  const starts = [0, ...findVariables(filled).map(({ end }) => end)];
  const ends = [...findVariables(filled).map(({ start }) => start), filled.length];
  let from: number | null = null;
  return starts.every((start, n) => {
    const part = toComparable(toSentText(filled.slice(start, ends[n])));
    const at = sent.indexOf(part, from ?? 0);
    const isNear = at >= 0 && (from === null || at - from <= MAX_VALUE);
    from = at + part.length;
    return isNear;
  });
}
