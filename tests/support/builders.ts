import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import type { XDm, XPost, XUser } from '#engine/x/xClient.ts';
import { snowflake } from './snowflake.ts';

/** The account of the tests' workspaces. */
export const testAccount = { id: '795372667', handle: 'harbourhelp', name: 'Harbour' };

/** The Monday morning at which the tests' clocks start. */
export const MORNING = Date.UTC(2026, 10, 23, 9);

let sequence = 0;

/** A person on X; only the id matters by default. */
export function someUser(id: string, facts: Partial<XUser> = {}): XUser {
  return {
    id,
    handle: `person${id}`,
    name: `Person ${id}`,
    description: null,
    location: null,
    pictureUrl: null,
    followers: null,
    verified: null,
    protected: null,
    receivesDms: null,
    joinedXAt: null,
    ...facts,
  };
}

/** A post as the client returns it; by default a mention by person 1. */
export function somePost(facts: Partial<XPost> = {}): XPost {
  const at = facts.at ?? MORNING;
  const id = facts.id ?? snowflake(at, sequence++);
  return {
    id,
    authorId: '1',
    text: `@harbourhelp something is wrong (${id})`,
    at,
    threadId: id,
    inReplyToUserId: null,
    references: [],
    lang: 'en',
    links: [],
    media: [],
    attachments: [],
    editIds: [id],
    quoteCount: null,
    mentions: [],
    ...facts,
  };
}

/** A direct message as the client returns it; by default from person 1. */
export function someDm(facts: Partial<XDm> = {}): XDm {
  const at = facts.at ?? MORNING;
  return {
    id: facts.id ?? snowflake(at, sequence++),
    senderId: facts.participantId ?? '1',
    participantId: '1',
    text: 'in private',
    at,
    links: [],
    media: [],
    attachments: [],
    shared: [],
    unreadable: false,
    ...facts,
  };
}

/** A message to store; by default wanted, by person 1. */
export function someMessage(facts: Partial<CapturedMessage> = {}): CapturedMessage {
  const at = facts.at ?? MORNING;
  const xId = facts.xId ?? snowflake(at, sequence++);
  const personId = facts.personId ?? '1';
  return {
    kind: 'post',
    xId,
    versionXId: xId,
    versions: [],
    role: 'wanted',
    reason: 'mention',
    authorId: facts.role === 'own' ? testAccount.id : personId,
    personId,
    text: `message ${xId}`,
    at,
    inReplyTo: null,
    threadId: null,
    lang: 'en',
    links: [],
    media: [],
    attachments: [],
    quotes: [],
    unreadable: false,
    refersTo: [],
    quoteCount: null,
    mentions: [],
    ...facts,
  };
}
