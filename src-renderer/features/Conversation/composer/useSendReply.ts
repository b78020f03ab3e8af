import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineInput } from '#shared/contract/engine.ts';
import { mergeDrafts } from '#shared/domain/mergeDrafts.ts';
import { type Message, toUnsentMessage } from '#shared/domain/message.ts';
import { remainingLength } from '#shared/domain/postLength.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { findTooMany, type ReplyFile } from '#shared/domain/replyFile.ts';
import type { GuardCode } from '#shared/guards.ts';
import { engineKey, useEngineCommand, useEngineQuery } from '../../../engine/hooks.ts';
import { useTrackReply } from '../../../replies/useTrackSending.ts';
import { isHandover } from '../../../state/handing.ts';
import { useSaid } from '../../../state/said.ts';
import type { HistoryPage } from '../../../workspace/history.ts';
import type { ReplyChoices } from '../../../workspace/replyChoices.ts';
import { useDraftKeeper } from '../../../workspace/useDraft.ts';
import { newestPage } from '../../../workspace/useHistory.ts';
import { useReplyChoicesStore } from '../../../workspace/WorkspaceProvider.tsx';
import type { Asking } from '../approvals/AskDialog.tsx';
import { type Attachments, isNotIn, useDraftFiles } from './useAttachments.ts';
import { useSign } from './useMark.ts';
import type { OpenMentions } from './useMentions.ts';

/** A reply as the composer hands it over. */
export interface WrittenReply {
  readonly channel: Channel;
  readonly text: string;
  readonly attachments: Pick<Attachments, 'files' | 'clear' | 'reload'>;
  readonly mentions: Pick<OpenMentions, 'excluded'>;
  /** The post that a public reply replies to; the newest when absent. */
  readonly target: Message | undefined;
  /** The newest message of others that the agent has seen: a newer one stops the reply. */
  readonly seenThrough: string | undefined;
  /** The guards in spite of which the agent sends it. */
  readonly overrule: readonly GuardCode[];
}

/** Ways to send a reply. */
interface Ways {
  /** Keeps a reply until a colleague approves it; it stays in the composer if the engine does not take it. Resolves with whether it did. */
  readonly ask: (reply: WrittenReply, asking: Asking) => Promise<boolean>;
  /**
   * Sends a reply: it is in the timeline at once, and returns to the composer if the engine does not take it. Resolves with
   * whether it did.
   */
  readonly send: Send;
  /**
   * The same for a public draft that shall go out in private, with its pictures. An unfinished private draft is not sent along: it takes
   * up text and pictures. So it does where these do not fit a private message or are not described yet.
   */
  readonly sendPrivately: (text: string, seenThrough: string | undefined) => Promise<boolean>;
}

export function useSendReply(conversationId: string): Ways {
  const sending = useSending(conversationId);
  const ask = useAsking(conversationId);
  const choices = useReplyChoicesStore();
  const send: Send = async (reply) => {
    // What follows a handover is private: the next reply goes where the person writes.
    const isLast = reply.channel === 'public' && isHandover(conversationId);
    const isTaken = await sending(reply);
    if (isTaken && isLast) choices.getState().release(conversationId);
    return isTaken;
  };
  return {
    send,
    ask,
    sendPrivately: useSendPrivately(conversationId, send),
  };
}

function useSendPrivately(conversationId: string, send: Send): Ways['sendPrivately'] {
  const { t } = useTranslation();
  const choices = useReplyChoicesStore();
  const keeper = useDraftKeeper();
  const { files, ...inPublic } = useDraftFiles(conversationId, 'public');
  const inPrivate = useDraftFiles(conversationId, 'dm');
  // First to where they shall be: what fails afterwards loses none.
  const move = async () =>
    (await inPrivate.change((before) => [...before.filter(isNotIn(files)), ...files])) &&
    (await inPublic.change(() => []));
  return async (text, seenThrough) => {
    const begun = keeper.get(conversationId, 'dm');
    const isAlone = begun === '' && inPrivate.files.length === 0;
    if (files.length > 0 && !(await move())) return false;
    // The engine knows by its words from which draft the private message comes.
    keeper.flush();
    keeper.set(conversationId, 'public', '');
    choices.getState().choose(conversationId, 'dm');
    const missing = findMissing(files);
    if (isAlone && missing === null) {
      const attachments = { ...inPrivate, files };
      const rest = { mentions: { excluded: [] }, target: undefined, overrule: [] };
      return await send({ channel: 'dm', text, attachments, seenThrough, ...rest });
    }
    keeper.set(conversationId, 'dm', mergeDrafts(begun, text));
    if (missing !== null) useSaid.getState().say(t(`moved.${missing}`));
    return false;
  };
}

/** What keeps pictures from going out with a private message, as they are; null for nothing. */
function findMissing(files: readonly ReplyFile[]): 'tooMany' | 'undescribed' | null {
  if (findTooMany(files, 'dm')) return 'tooMany';
  return files.some(({ altText }) => altText.trim() === '') ? 'undescribed' : null;
}

type Send = (reply: WrittenReply) => Promise<boolean>;

function useSending(conversationId: string): Send {
  const queries = useQueryClient();
  const keeper = useDraftKeeper();
  const choices = useReplyChoicesStore();
  const send = useEngineCommand('replies.send');
  const track = useTrackReply(conversationId);
  const account = useEngineQuery('system.info', {}).data?.account;
  const settings = useEngineQuery('settings.get', {}).data;
  const sign = useSign();

  return useCallback(
    async (reply) => {
      const { channel, text, attachments, target } = reply;
      const key = engineKey('conversations.get', newestPage(conversationId));
      const change = (edit: (messages: readonly Message[]) => Message[]) =>
        queries.setQueryData<HistoryPage>(key, (page) => page && { ...page, messages: edit(page.messages) });
      const heldMs = (settings?.undoSeconds ?? 0) * 1_000;
      const { files } = attachments;
      const signed = sign(channel, text);
      const facts = { conversationId, channel, text: signed, files, target, now: Date.now(), heldMs };
      const early = toEarlyMessage(facts, account ?? unknownAccount, settings?.agentName);
      change((messages) => [...messages, early]);
      keeper.set(conversationId, channel, '');
      attachments.clear();
      // Keep the channel: a draft on the other one must not appear while the agent goes on writing.
      choices.getState().choose(conversationId, channel);
      const { chosen, giveBack } = takeChoices(choices.getState(), conversationId);
      const result = await track(send({ ...toInput(conversationId, reply, signed), ...chosen }));
      if (!result.ok) {
        attachments.reload();
        change((messages) => messages.filter((message) => message.id !== early.id));
        keeper.set(conversationId, channel, mergeDrafts(text, keeper.get(conversationId, channel)));
        giveBack();
      }
      void queries.invalidateQueries({ queryKey: key });
      return result.ok;
    },
    [queries, keeper, choices, send, track, account, settings, sign, conversationId],
  );
}

function useAsking(conversationId: string): Ways['ask'] {
  const keeper = useDraftKeeper();
  const choices = useReplyChoicesStore();
  const ask = useEngineCommand('approvals.ask');
  const sign = useSign();
  return async (reply, { approver, note }) => {
    const { chosen, giveBack } = takeChoices(choices.getState(), conversationId);
    const said = note === '' ? {} : { note };
    const signed = sign(reply.channel, reply.text);
    const written = { ...toInput(conversationId, reply, signed), ...chosen };
    const result = await ask({ reply: written, approver, ...said });
    if (!result.ok) {
      giveBack();
      return false;
    }
    keeper.set(conversationId, reply.channel, '');
    reply.attachments.clear();
    return true;
  };
}

/** Takes what was chosen for a reply, for which it does not count once it is sent; `giveBack` if it is not. */
function takeChoices(choices: ReplyChoices, conversationId: string) {
  const { [conversationId]: target = null } = choices.targets;
  const warned = [...(choices.warned[conversationId] ?? [])];
  choices.target(conversationId, null);
  const { [conversationId]: excluded = null } = choices.excluded;
  choices.forgetWarned(conversationId);
  choices.exclude(conversationId, null);
  const giveBack = () => {
    choices.target(conversationId, target);
    choices.exclude(conversationId, excluded);
    choices.addWarned(conversationId, warned);
  };
  return { chosen: warned.length > 0 ? { warned } : {}, giveBack };
}

function toInput(
  conversationId: string,
  { channel, text, attachments, mentions: { excluded }, target, seenThrough, overrule }: WrittenReply,
  signed: string,
): EngineInput<'replies.send'> {
  return {
    conversationId,
    channel,
    text,
    ...toFiles(attachments.files),
    ...(channel === 'public' && remainingLength(signed) < 0 ? { thread: true } : {}),
    ...(channel === 'public' && excluded.length > 0 ? { excludeMentions: [...excluded] } : {}),
    ...(channel === 'public' && target ? { inReplyTo: target.id } : {}),
    ...(overrule.length > 0 ? { overrule: [...overrule] } : {}),
    ...(channel === 'public' && isHandover(conversationId) ? { handover: true } : {}),
    ...(seenThrough === undefined ? {} : { seenThrough }),
  };
}

const toFiles = (files: WrittenReply['attachments']['files']) =>
  files.length === 0 ? {} : { attachments: files.map(({ id, altText }) => ({ id, altText })) };

const unknownAccount = { id: '', handle: '', name: '' };

interface EarlyFacts extends Pick<WrittenReply, 'channel' | 'text' | 'target'> {
  readonly files: readonly ReplyFile[];
  readonly conversationId: string;
  readonly now: number;
  readonly heldMs: number;
}

/** The reply as a message until the engine has taken it. */
function toEarlyMessage(
  { conversationId, channel, text, files, target, now, heldMs }: EarlyFacts,
  author: Message['author'],
  agent: string | undefined,
): Message {
  return toUnsentMessage({
    id: `early-${now}`,
    xId: null,
    channel,
    author,
    text,
    attachments: files,
    createdAt: now,
    status: heldMs > 0 ? { kind: 'held', until: now + heldMs } : { kind: 'queued', confirmedMissing: false },
    error: null,
    conversationId,
    inReplyTo: channel === 'public' ? (target?.xId ?? null) : null,
    outboxId: undefined,
    agent,
  });
}
