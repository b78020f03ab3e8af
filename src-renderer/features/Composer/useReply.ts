import { useEffect, useState } from 'react';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { AppError } from '#shared/errors.ts';
import type { History } from '../Conversation/timeline/history.ts';
import { useReplyChoices } from './replyChoices.ts';
import { type Channels, type Obstacle, toChannels } from './toChannels.ts';
import { useDraft, useDraftKeeper, useStoredDrafts } from './useDraft.ts';
import { toHindrance, useReplyOptions } from './useReplyOptions.ts';
import { useSendReply } from './useSendReply.ts';

export interface ReplyFacts {
  readonly conversation: Conversation;
  readonly history: History;
  /** Whether X says that the person takes private messages; null while not known. */
  readonly receivesDms: boolean | null;
  /** The newest message of others that the agent has seen. */
  readonly seenThrough: string | undefined;
}

/** An answer that is being written. */
export interface OpenReply {
  readonly conversationId: string;
  readonly channel: Channel;
  readonly channels: Channels;
  readonly obstacle: Obstacle | null;
  /** Why X would refuse an answer on this channel, as far as the engine can tell beforehand. */
  readonly hindrance: AppError | null;
  /** What X charges for the answer as it stands, in US dollars; null while not known. */
  readonly usd: number | null;
  /** Where a public answer can be written by hand. */
  readonly openOnXUrl: string | null;
  readonly text: string;
  /** Which channels have a draft. */
  readonly drafts: Readonly<Record<Channel, boolean>>;
  /** The post that a public answer replies to; undefined where it is not loaded. */
  readonly target: Message | undefined;
  readonly isTargetChosen: boolean;
  /** True when the person wrote something after this answer was begun. */
  readonly wroteAgain: boolean;
  choose(channel: Channel): void;
  setText(text: string): void;
  flush(): void;
  send(): void;
  answerNewest(): void;
  seeNewest(): void;
}

/** The answer of a conversation. Its channel follows the talk until somebody chooses one or begins to write. */
export function useReply({ conversation, history, receivesDms, seenThrough }: ReplyFacts): OpenReply {
  const { id } = conversation;
  const { messages } = history;
  useStoredDrafts(id);
  useRelease(id);
  const answers = useReplyChoices();
  const complete = history.previous === undefined;
  const known = toChannels({ conversationId: id, messages, complete, receivesDms });
  const drafts = { public: useDraft(id, 'public'), dm: useDraft(id, 'dm') };
  const begun = toBegun(drafts.public.text, drafts.dm.text);
  const channel = answers.channels[id] ?? begun ?? known.usual;
  const draft = drafts[channel];
  const newest = known.posts.at(-1);
  const chosen = known.posts.find((post) => post.id === answers.targets[id]);
  const target = chosen ?? newest;
  const again = useWroteAgain(messages, draft.text !== '');
  const options = useReplyOptions(id, draft.text, target?.id);
  const send = useSendReply(id);
  return {
    conversationId: id,
    channel,
    channels: known,
    obstacle: known[channel],
    ...toVerdict(options, channel),
    text: draft.text,
    drafts: { public: drafts.public.text !== '', dm: drafts.dm.text !== '' },
    target,
    isTargetChosen: target !== newest,
    wroteAgain: again.wroteAgain,
    choose: (next) => answers.choose(id, next),
    setText: (text) => {
      if (answers.channels[id] !== channel) answers.choose(id, channel);
      draft.setText(text);
    },
    flush: draft.flush,
    send: () => void send({ channel, text: draft.text.trim(), target, seenThrough }),
    answerNewest: () => answers.answer(id, null),
    seeNewest: again.see,
  };
}

/** What the engine says beforehand about an answer on this channel. */
function toVerdict(options: ReturnType<typeof useReplyOptions>, channel: Channel) {
  return {
    hindrance: toHindrance(options, channel),
    usd: options?.[channel].usd ?? null,
    openOnXUrl: options?.public.openOnXUrl ?? null,
  };
}

/** Forgets the choices of an agent who leaves a conversation without a draft. */
function useRelease(id: string): void {
  const keeper = useDraftKeeper();
  useEffect(
    () => () => {
      if (keeper.get(id, 'public') === '' && keeper.get(id, 'dm') === '')
        useReplyChoices.getState().release(id);
    },
    [keeper, id],
  );
}

/** The channel of a draft from before, where only one has any. */
function toBegun(inPublic: string, inPrivate: string): Channel | undefined {
  if (inPublic !== '' && inPrivate === '') return 'public';
  return inPrivate !== '' && inPublic === '' ? 'dm' : undefined;
}

/** Whether the person wrote something since the answer was begun, or since somebody looked. */
function useWroteAgain(messages: readonly Message[], isWriting: boolean) {
  const newest = messages.findLast((message) => message.direction === 'in' && !message.context)?.id;
  const [seen, setSeen] = useState(newest);
  if (!isWriting && seen !== newest) setSeen(newest);
  return { wroteAgain: isWriting && newest !== seen, see: () => setSeen(newest) };
}
