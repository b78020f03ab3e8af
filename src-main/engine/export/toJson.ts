import type { Message } from '#shared/domain/message.ts';
import type { ExportedConversation } from './readExported.ts';

const toIso = (at: number): string => new Date(at).toISOString();

/** A conversation as JSON for other programs: times as in ISO 8601. */
export function toJson(exported: ExportedConversation): string {
  const { conversation, tags, agents, firstReplyMs, nextReplyMs, score, gaps, messages } = exported;
  const { id, person, status, priority, agent, openedAt, reason, lang } = conversation;
  const facts = { id, person, status, priority, assignee: agent, reason, lang, openedAt: toIso(openedAt) };
  return JSON.stringify(
    {
      ...facts,
      tags,
      agents,
      firstReplyMs,
      nextReplyMs,
      score,
      gaps: gaps.map(({ from, to, kind, reason: why }) => ({
        from: toIso(from),
        to: toIso(to),
        source: kind,
        reason: why,
      })),
      messages: messages.map(toMessage),
    },
    null,
    1,
  );
}

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
