import type { Message } from '#shared/domain/message.ts';
import { inParts } from './inParts.ts';
import type { ExportedConversation } from './readExported.ts';

const toIso = (at: number): string => new Date(at).toISOString();

/** What JSON has before and after the messages of a conversation, in the form that is written. */
const before = '{\n "messages": [';
const after = '\n ]\n}';

/** A conversation as JSON for other programs, in pieces: its facts, then every message. Times are as in ISO 8601. */
export function* toJson(exported: ExportedConversation): Generator<string> {
  const facts = toText(toFacts(exported));
  // Without the brace that closes it.
  yield `${facts.slice(0, -2)},\n "messages": [`;
  let separator = '';
  for (const messages of inParts(exported.messages)) {
    const part = toText({ messages: messages.map(toMessage) });
    yield separator + part.slice(before.length, -after.length);
    separator = ',';
  }
  yield exported.messages.length === 0 ? ']\n}' : after;
}

const toText = (value: object): string => JSON.stringify(value, null, 1);

const toFacts = (exported: ExportedConversation) => {
  const { conversation, tags, agents, firstReplyMs, nextReplyMs, score, gaps } = exported;
  const { id, person, status, priority, agent, openedAt, reason, lang } = conversation;
  return {
    ...{ id, person, status, priority, assignee: agent, reason, lang, openedAt: toIso(openedAt) },
    ...{ tags, agents, firstReplyMs, nextReplyMs, score },
    gaps: gaps.map(({ from, to, kind, reason: why }) => ({
      from: toIso(from),
      to: toIso(to),
      source: kind,
      reason: why,
    })),
  };
};

const toMessage = (message: Message) => {
  const { id, xId, kind, direction, author, text, at, status, inReplyTo, lang, deletedAt, agent } = message;
  const { earlier, links, media, attachments, quotes, group } = message;
  return {
    ...{ id, xId, at: toIso(at), channel: kind === 'dm' ? 'private' : 'public', direction, author },
    ...{ agent: agent ?? null, text, lang, inReplyTo, isSent: status === null || status.kind === 'sent' },
    deletedAt: deletedAt === null ? null : toIso(deletedAt),
    earlier: earlier.map((version) => ({ text: version.text, at: toIso(version.at) })),
    ...{ links, media, attachments, quotes },
    ...(group ? { group } : {}),
  };
};
