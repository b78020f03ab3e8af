import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Macro } from '#shared/domain/macro.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { atOnce } from '../context/atOnce.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { findUses } from '../library/findUses.ts';
import { enqueueReply } from '../outbox/enqueueReply.ts';
import { recordRefusal } from '../outbox/guardReply.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getConversation } from '../store/conversations.ts';
import { listDrafts, saveDraft } from '../store/drafts.ts';
import { listMacros } from '../store/macros.ts';
import { getWantedChannel } from '../store/wantedTexts.ts';
import { applySteps } from './applySteps.ts';
import { composeReply } from './composeReply.ts';

type Input = EngineParsed<'macros.run'>;

/** One run of a macro; all of its activities have the id `bulk` in common. */
interface Run {
  readonly macro: Macro;
  readonly conversation: Conversation;
  readonly input: Input;
  readonly bulk: string;
}

/** Runs a macro on a conversation: all of its steps, or none if one of them fails. Errors: see `macros.run`. */
export function runMacro(ctx: EngineContext, input: Input): Result<EngineOutput<'macros.run'>, AppError> {
  const macro = listMacros(ctx.db).find(({ id }) => id === input.id);
  if (!macro) return err({ code: 'notFound', what: 'macro', id: input.id });
  const conversation = getConversation(ctx.db, input.conversationId);
  if (!conversation) return err({ code: 'notFound', what: 'conversation', id: input.conversationId });
  const ran = atOnce(ctx, (inner) => runSteps(inner, { macro, conversation, input, bulk: ctx.newId() }));
  // The record of it went with all that the macro had done.
  if (!ran.ok && ran.error.code === 'guardRefused') {
    const channel = toChannel(ctx, macro, conversation.id);
    recordRefusal(ctx, { conversationId: conversation.id, channel }, ran.error.warnings);
  }
  return ran;
}

const toChannel = ({ db }: EngineContext, { channel }: Macro, conversationId: string): Channel =>
  channel ?? getWantedChannel(db, conversationId);

function runSteps(ctx: EngineContext, run: Run): Result<EngineOutput<'macros.run'>, AppError> {
  const { macro, conversation, bulk } = run;
  const { seenThrough } = run.input;
  const assignee = macro.assignee && { agent: toAgent(ctx, macro.assignee) };
  const { hasChanged, error } = applySteps(
    ctx,
    { ...macro, assignee },
    { id: conversation.id, seenThrough },
    { bulk },
  );
  if (error) return err(error);
  // The last step, so that undoing the others finds the conversation as it was before a reply.
  const replied = reply(ctx, run);
  if (!replied.ok) return replied;
  if (!hasChanged && replied.value === null) return ok({});
  const outboxId = replied.value ?? undefined;
  recordActivity(ctx, {
    kind: 'macroRun',
    agent: getCurrentAgent(ctx.db).id,
    conversationId: conversation.id,
    facts: { macro: macro.name, ...withoutUndefined({ outboxId }) },
    bulk,
  });
  return ok({ bulkId: bulk, ...withoutUndefined({ outboxId }) });
}

/** Takes the reply of a macro into the outbox and keeps what the agent has begun to write. Returns its id, or null. */
function reply(ctx: EngineContext, { macro, conversation, input }: Run): Result<string | null, AppError> {
  if (macro.reply === null) return ok(null);
  const { id: conversationId, person } = conversation;
  const channel = toChannel(ctx, macro, conversationId);
  const place = { conversationId, personId: person.id, channel };
  const composed = composeReply(ctx, macro.reply, place, input.values);
  if (!composed.ok) return composed;
  const draft = listDrafts(ctx.db, conversationId).find((one) => one.channel === channel);
  const { overrule, seenThrough } = input;
  const cannedIds = 'canned' in macro.reply ? [macro.reply.canned] : [];
  const written = { conversationId, channel, ...composed.value, overrule, seenThrough, cannedIds };
  const sent = enqueueReply(ctx, written, findUses(ctx, written));
  if (!sent.ok) return sent;
  if (draft) saveDraft(ctx.db, { ...draft, conversationId }, draft.updatedAt);
  return ok(sent.value.outboxId);
}

function toAgent({ db }: EngineContext, assignee: NonNullable<Macro['assignee']>): string | null {
  if (assignee === 'nobody') return null;
  return assignee === 'me' ? getCurrentAgent(db).id : assignee.agent;
}
