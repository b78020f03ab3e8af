import { useEffect, useMemo, useState } from 'react';
import type { Conversation } from '#shared/domain/conversation.ts';
import { sign } from '#shared/domain/initials.ts';
import type { Message } from '#shared/domain/message.ts';
import { DM_LIMIT, dmLength, POST_LIMIT, remainingLength } from '#shared/domain/postLength.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { findTooMany } from '#shared/domain/replyFile.ts';
import { MOST_PARTS, splitThread, type ThreadPart } from '#shared/domain/splitThread.ts';
import { findVariables } from '#shared/domain/variables.ts';
import type { AppError } from '#shared/errors.ts';
import type { History } from '../../../workspace/history.ts';
import { useDraft, useDraftKeeper, useStoredDrafts } from '../../../workspace/useDraft.ts';
import { useReplyChoices, useReplyChoicesStore } from '../../../workspace/WorkspaceProvider.tsx';
import type { Asking } from '../approvals/AskDialog.tsx';
import { type Channels, type ClosedReason, toChannels } from './toChannels.ts';
import { type Attachments, useAttachments } from './useAttachments.ts';
import { type OpenGuards, useGuards } from './useGuards.ts';
import { type OpenLanguages, useLanguages } from './useLanguages.ts';
import { useMark } from './useMark.ts';
import { type OpenMentions, useMentions } from './useMentions.ts';
import { toChannelError, useReplyOptions } from './useReplyOptions.ts';
import { useSendReply, type WrittenReply } from './useSendReply.ts';

export interface ReplyFacts {
  readonly conversation: Conversation;
  /** The newest part of the history. */
  readonly history: History;
  /** What is loaded apart from it, and can be replied to. */
  readonly farMessages: readonly Message[];
  /** Whether X says that the person accepts private messages; null if unknown. */
  readonly receivesDms: boolean | null;
  /** The newest incoming message that the agent has seen. */
  readonly seenThrough: string | undefined;
}

/** A reply that is being written. */
export interface OpenReply {
  readonly conversationId: string;
  readonly channel: Channel;
  readonly channels: Channels;
  /** Why the current channel is closed; null if it is open. */
  readonly closedReason: ClosedReason | null;
  /** Why X would refuse a reply on this channel, as far as the engine can tell; null if nothing speaks against it. */
  readonly error: AppError | null;
  /** What X charges for the reply as it is, in US dollars; null if unknown. */
  readonly usd: number | null;
  readonly guards: OpenGuards;
  readonly languages: OpenLanguages;
  /** Where the reply can be written on X itself; null if there is no such page. */
  readonly openOnXUrl: string | null;
  readonly text: string;
  /** What Perch puts behind the text, such as `^AB`; null for nothing. */
  readonly mark: string | null;
  readonly attachments: Attachments;
  /** The draft could not be saved yet. */
  readonly isDraftRefused: boolean;
  /** Which channels have a draft. */
  readonly drafts: Readonly<Record<Channel, boolean>>;
  readonly mentions: OpenMentions;
  /** The post that a public reply answers; undefined if it is not loaded. */
  readonly target: Message | undefined;
  readonly isTargetChosen: boolean;
  /** True if the person wrote again after this reply was begun. */
  readonly wroteAgain: boolean;
  choose(channel: Channel): void;
  setText(text: string): void;
  flush(): void;
  /** Resolves with whether the engine has taken the reply. */
  send(): Promise<boolean>;
  /** Keeps the reply until a colleague approves it: the one with this id, or with null anyone. Resolves with whether the engine has taken it. */
  ask(asking: Asking): Promise<boolean>;
  /**
   * Sends a public reply as a private message, or moves it to the private draft where there is one, or where its pictures cannot go as
   * they are; null where X would not take it.
   */
  readonly sendPrivately: (() => Promise<boolean>) | null;
  replyToNewest(): void;
  seeNewest(): void;
}

/** The reply of a conversation. Its channel follows the conversation until an agent chooses one or starts to write. */
export function useReply(facts: ReplyFacts): OpenReply {
  const { seenThrough } = facts;
  const { id } = facts.conversation;
  useStored(id);
  const choices = useReplyChoices((state) => state);
  const known = toKnownChannels(facts);
  const { channel, draft, drafts } = useChosenDraft(id, known.usual);
  const newest = known.posts.at(-1);
  const target = findMessage([...known.posts, ...facts.farMessages], choices.targets[id]) ?? newest;
  const again = useWroteAgain(facts.history.messages, draft.text !== '');
  const options = useReplyOptions(id, draft.text, target?.id);
  const mentions = useMentions(id, options, drafts.public);
  const attachments = useAttachments(id, channel);
  const guards = useGuards(id, { channel, text: draft.text, attachments, seenThrough });
  const written = { channel, text: draft.text, attachments, mentions, target, seenThrough };
  const takesDms = known.dm === null && options?.dm.possible !== false;
  return {
    ...written,
    conversationId: id,
    channels: known,
    closedReason: known[channel],
    ...toVerdict(options, channel),
    guards,
    languages: useLanguages(id, draft.text, options),
    mark: useMark(channel),
    isDraftRefused: draft.isRefused,
    drafts,
    isTargetChosen: target !== newest,
    wroteAgain: again.wroteAgain,
    choose: (next) => choices.choose(id, next),
    setText: (text) => {
      if (choices.channels[id] !== channel) choices.choose(id, channel);
      draft.setText(text);
    },
    flush: draft.flush,
    ...useWays(id, { ...written, overrule: guards.overruled }, takesDms),
    replyToNewest: () => choices.target(id, null),
    seeNewest: again.see,
  };
}

const findMessage = (messages: readonly Message[], id: string | undefined) =>
  messages.find((message) => message.id === id);

/** The channel of a reply with its draft, and which channels have one. */
function useChosenDraft(id: string, usual: Channel) {
  const chosen = useReplyChoices((state) => state.channels[id]);
  const both = { public: useDraft(id, 'public'), dm: useDraft(id, 'dm') };
  const channel = chosen ?? toBegun(both.public.text, both.dm.text) ?? usual;
  const drafts = { public: both.public.text !== '', dm: both.dm.text !== '' };
  return { channel, draft: both[channel], drafts };
}

const toKnownChannels = ({ conversation, history, receivesDms }: ReplyFacts) =>
  toChannels({
    conversationId: conversation.id,
    messages: history.messages,
    complete: history.previous === undefined,
    receivesDms,
  });

function useWays(
  id: string,
  reply: WrittenReply,
  takesDms: boolean,
): Pick<OpenReply, 'send' | 'ask' | 'sendPrivately'> {
  const { send, ask, sendPrivately } = useSendReply(id);
  const text = reply.text.trim();
  return {
    send: () => send({ ...reply, text }),
    ask: (asking) => ask({ ...reply, text }, asking),
    sendPrivately:
      takesDms && reply.channel === 'public' ? () => sendPrivately(text, reply.seenThrough) : null,
  };
}

/** What the engine knows in advance about a reply on this channel. */
function toVerdict(options: ReturnType<typeof useReplyOptions>, channel: Channel) {
  return {
    error: toChannelError(options, channel),
    usd: options?.[channel].usd ?? null,
    openOnXUrl: options?.public.openOnXUrl ?? null,
  };
}

/** Restores the stored drafts, and resets the reply choices when a conversation without a draft is left. */
function useStored(id: string): void {
  useStoredDrafts(id);
  const keeper = useDraftKeeper();
  const choices = useReplyChoicesStore();
  useEffect(
    () => () => {
      if (keeper.get(id, 'public') === '' && keeper.get(id, 'dm') === '') choices.getState().release(id);
    },
    [keeper, choices, id],
  );
}

/** The channel of an earlier draft, if exactly one channel has one. */
function toBegun(inPublic: string, inPrivate: string): Channel | undefined {
  if (inPublic !== '' && inPrivate === '') return 'public';
  return inPrivate !== '' && inPublic === '' ? 'dm' : undefined;
}

/** Whether the person wrote since the reply was begun, or since the agent last looked. */
function useWroteAgain(messages: readonly Message[], isWriting: boolean) {
  const newest = messages.findLast((message) => message.direction === 'in' && !message.context)?.id;
  const [seen, setSeen] = useState(newest);
  if (!isWriting && seen !== newest) setSeen(newest);
  return { wroteAgain: isWriting && newest !== seen, see: () => setSeen(newest) };
}

/** Whether a reply can be sent as it is. */
export interface ReplyFit {
  /** Weighted characters left in a post; in a private message characters, null while there are plenty. */
  readonly remaining: number | null;
  /** By how many characters the text is too long. */
  readonly over: number;
  /** The posts as which a text longer than one goes out; empty for one post. */
  readonly parts: readonly ThreadPart[];
  /** Why the pictures cannot go out together, or null. */
  readonly tooMany: AppError | null;
  readonly canSend: boolean;
}

/** Checks a reply against the limits of its channel. */
export function useFit({
  channel,
  text,
  mark,
  attachments: { files, adding },
  closedReason,
  error,
}: Pick<OpenReply, 'channel' | 'text' | 'mark' | 'attachments' | 'closedReason' | 'error'>): ReplyFit {
  // Splitting a text of many posts takes longer than drawing everything else.
  const length = useMemo(() => measure(channel, text, mark), [channel, text, mark]);
  const tooMany = findTooMany(files, channel);
  const isComplete = (text.trim() !== '' || files.length > 0) && adding === 0 && tooMany === null;
  return {
    ...length,
    tooMany,
    canSend:
      closedReason === null &&
      error === null &&
      length.over === 0 &&
      isComplete &&
      findVariables(text).length === 0,
  };
}

function measure(
  channel: Channel,
  unsigned: string,
  mark: OpenReply['mark'],
): Pick<ReplyFit, 'remaining' | 'over' | 'parts'> {
  const text = sign(unsigned, mark);
  const remaining = channel === 'public' ? remainingLength(text) : toRemainingDm(text);
  const tooLong = Math.max(0, -(remaining ?? 0));
  // What is longer than so many full posts does not fit in them, however it is split.
  const mayFit = channel === 'public' && tooLong > 0 && tooLong <= (MOST_PARTS - 1) * POST_LIMIT;
  const split = mayFit ? splitThread(text.trim(), mark) : [];
  const parts = split.length <= MOST_PARTS ? split : [];
  const isThread = parts.length > 0;
  return { remaining: isThread ? null : remaining, over: isThread ? 0 : tooLong, parts };
}

/** So many characters before its end the limit of private messages is shown. */
const DM_NEAR = 500;

function toRemainingDm(text: string): number | null {
  const remaining = text.length <= DM_LIMIT - DM_NEAR ? DM_LIMIT : DM_LIMIT - dmLength(text);
  return remaining <= DM_NEAR ? remaining : null;
}
