import type { Conversation } from '#shared/domain/conversation.ts';
import { markHidden } from '#shared/hiddenMarks.ts';
import type { Texts } from '../locales/en.ts';
import { withCount, withName } from '../locales/locales.ts';
import type { Notice, NoticedConversation, NoticedReply, Target } from './notice.ts';
import { toPlainLine } from './plainLine.ts';

/** The content of a notification of the operating system, as plain text. */
export interface NotificationContent {
  readonly title: string;
  readonly body: string;
  readonly target: Target;
}

const MAX_BODY = 140;
const MAX_NAME = 50;

/** The notification about something; null if nothing is left of it. */
export function toNotification(notice: Notice, texts: Texts): NotificationContent | null {
  switch (notice.kind) {
    case 'conversations':
      return toConversations(notice, texts);
    case 'replies':
      return toReplies(notice, texts);
    case 'hits':
      return toHits(notice.count, texts);
    case 'overdue':
      return toOverdue(notice.count, texts);
    case 'spike':
      return toSpike(notice, texts);
    case 'summary':
      return toSummary(notice, texts);
    case 'capReached':
      return { title: texts.capReached, body: texts.capReachedBody, target: toScreen('costs') };
    case 'loginLost':
      return { title: texts.loginLost, body: texts.loginLostBody, target: toScreen('connect') };
    case 'engineStopped':
      return { title: texts.engineStopped, body: texts.engineStoppedBody, target: toScreen('queue') };
  }
}

const toScreen = (screen: Extract<Target, { kind: 'screen' }>['screen']): Target => ({
  kind: 'screen',
  screen,
});

/** One conversation is shown with its person and words, several with their number and the first names. */
function toConversations(
  { first, count, shared }: Extract<Notice, { kind: 'conversations' }>,
  texts: Texts,
): NotificationContent | null {
  if (count === 0) return null;
  if (count === 1) return toConversation(first[0], texts);
  return {
    title: toGroupTitle(shared, count, texts),
    body: toNames(first, texts),
    target: toScreen('queue'),
  };
}

function toGroupTitle(
  shared: Extract<Notice, { kind: 'conversations' }>['shared'],
  count: number,
  texts: Texts,
): string {
  if (shared === 'opened') return withCount(texts.newConversations, count);
  if (shared === 'dueSoon') return withCount(texts.dueSoonConversations, count);
  const waiting = withCount(texts.waitingConversations, count);
  return shared?.rule ? toRuleTitle(shared.rule, waiting) : waiting;
}

function toConversation(noticed: NoticedConversation | undefined, texts: Texts): NotificationContent {
  if (!noticed) return { title: 'Perch', body: texts.newConversation, target: toScreen('queue') };
  const { conversation, cause, text } = noticed;
  const name = toSender(conversation) || texts.newConversation;
  const target: Target = { kind: 'conversation', id: conversation.id };
  // A note, and a reply that nobody has approved, is for the team only, so its words stay in the window.
  if (cause === 'mentioned')
    return { title: withName(texts.mentioned, name), body: texts.mentionedBody, target };
  const approval = toApprovalTitle(cause, texts);
  if (approval !== null) return { title: withName(approval, name), body: texts.approvalBody, target };
  return {
    title: toTitle(cause, name, texts),
    body: toSnippet({ text, content: conversation.lastMessage.content }, texts),
    target,
  };
}

const toRuleTitle = (rule: string, rest: string) => `${toPlainLine(markHidden(rule), MAX_NAME)}: ${rest}`;

function toApprovalTitle(cause: NoticedConversation['cause'], texts: Texts): string | null {
  if (cause === 'asked') return texts.approvalAsked;
  if (cause === 'approved') return texts.approvalApproved;
  return cause === 'returned' ? texts.approvalReturned : null;
}

function toTitle(cause: NoticedConversation['cause'], name: string, texts: Texts): string {
  if (cause === 'dueSoon') return withName(texts.dueSoon, name);
  if (typeof cause === 'object') return cause.rule === '' ? name : toRuleTitle(cause.rule, name);
  if (cause === 'snoozeEnded') return withName(texts.snoozeEnded, name);
  return cause === 'noPrivateMessage' ? withName(texts.noPrivateMessage, name) : name;
}

function toReplies(
  { first, count }: Extract<Notice, { kind: 'replies' }>,
  texts: Texts,
): NotificationContent | null {
  const [only] = first;
  if (count === 0) return null;
  if (count === 1 && only) return toReply(only, texts);
  return { title: toRepliesTitle(count, texts), body: toNames(first, texts), target: toScreen('outbox') };
}

function toHits(count: number, texts: Texts): NotificationContent | null {
  if (count === 0) return null;
  return { title: toHitsTitle(count, texts), body: texts.newHitsBody, target: toScreen('listening') };
}

function toOverdue(count: number, texts: Texts): NotificationContent {
  const title = count === 1 ? texts.overdueConversation : withCount(texts.overdueConversations, count);
  return { title, body: texts.openPerch, target: toScreen('queue') };
}

function toSpike({ posts, usual }: Extract<Notice, { kind: 'spike' }>, texts: Texts): NotificationContent {
  const body = withCount(texts.spikeBody, posts).replace('{usual}', String(Math.round(usual)));
  return { title: texts.spike, body, target: toScreen('queue') };
}

const toHitsTitle = (count: number, texts: Texts) =>
  count === 1 ? texts.newHit : withCount(texts.newHits, count);

/** What was held, most important first; leads to the first that it names. */
function toSummary(
  { conversations, replies, hits, others }: Extract<Notice, { kind: 'summary' }>,
  texts: Texts,
): NotificationContent | null {
  const warnings = {
    spike: 'queue',
    capReached: 'costs',
    loginLost: 'connect',
    engineStopped: 'queue',
  } as const;
  const parts = [
    ...others.map((kind) => ({ text: texts[kind], screen: warnings[kind] })),
    ...(replies > 0 ? [{ text: toRepliesTitle(replies, texts), screen: 'outbox' as const }] : []),
    ...(conversations > 0 ? [{ text: toWaiting(conversations, texts), screen: 'queue' as const }] : []),
    ...(hits > 0 ? [{ text: toHitsTitle(hits, texts), screen: 'listening' as const }] : []),
  ];
  const [first] = parts;
  if (!first) return null;
  const body = parts.map(({ text }) => text).join(' · ');
  return { title: texts.quietOver, body, target: toScreen(first.screen) };
}

const toWaiting = (count: number, texts: Texts) =>
  count === 1 ? texts.waitingConversation : withCount(texts.waitingConversations, count);

function toRepliesTitle(count: number, texts: Texts): string {
  return count === 1 ? texts.replyNeedsDecision : withCount(texts.repliesNeedDecision, count);
}

function toReply({ conversation, decision, text }: NoticedReply, texts: Texts): NotificationContent {
  const titles = {
    refused: texts.replyRefused,
    stopped: texts.replyStopped,
    unknown: texts.replyUnknown,
  } as const;
  return {
    title: withName(titles[decision], toName(conversation)),
    body: toSnippet({ text, content: null }, texts),
    target: { kind: 'conversation', id: conversation.id },
  };
}

function toNames(first: readonly { readonly conversation: Conversation }[], texts: Texts): string {
  const names = [...new Set(first.map(({ conversation }) => toName(conversation)))].filter((name) => name);
  return names.length > 0 ? names.join(', ') : texts.openPerch;
}

function toName({ person }: Conversation): string {
  const name = toPlainLine(markHidden(person.name), MAX_NAME);
  return name === '' ? toHandle(person) : name;
}

// With the handle: anybody can call themselves Perch.
function toSender({ person }: Conversation): string {
  return [toPlainLine(markHidden(person.name), MAX_NAME), toHandle(person)]
    .filter((part) => part !== '')
    .join(' ');
}

function toHandle({ handle }: Conversation['person']): string {
  const shown = toPlainLine(markHidden(handle), MAX_NAME);
  return shown === '' ? '' : `@${shown}`;
}

/** The words of a message in one line, or in a word what it holds instead; never empty. */
function toSnippet(
  { text, content }: Pick<Conversation['lastMessage'], 'text' | 'content'>,
  texts: Texts,
): string {
  if (content !== null) return texts.contents[content];
  return toPlainLine(text, MAX_BODY) || texts.contents.empty;
}
