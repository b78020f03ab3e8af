import { join } from 'node:path';
import { storeCaptured } from '#engine/capture/storeCaptured.ts';
import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import { compareLanguages, LEAST_REPLY_LETTERS } from '#engine/conversations/compareLanguages.ts';
import { detectLanguage } from '#engine/conversations/detectLanguage.ts';
import { threadMessages } from '#engine/conversations/threading.ts';
import { checkGuards } from '#engine/guards/checkGuards.ts';
import { locatePersonalData } from '#engine/guards/personal/locatePersonalData.ts';
import { putAccount } from '#engine/store/account.ts';
import type { Db } from '#engine/store/open.ts';
import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { GuardCode, type Warning } from '#shared/guards.ts';
import { type CareThread, readCareThreads } from './careThreads.ts';
import { harmlessReplies } from './guardCorpus/harmless.ts';
import type { Leak } from './guardCorpus/leak.ts';
import { listLeaks } from './guardCorpus/leaks.ts';
import { verdicts } from './guardCorpus/verdicts.ts';
import type { Row } from './table.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

/** A real reply that a guard warned of. */
interface Alarm {
  /** The X id of the reply. */
  readonly id: string;
  readonly company: string;
  readonly text: string;
  readonly warning: Warning;
}

type Said = CareThread['messages'][number] & { readonly personId: string };

const ACCOUNT = '1';
/** Countries of a company that has set nothing, in Belgium. */
const facts = { countries: ['BE', 'NL', 'FR', 'LU', 'GB', 'US', 'DE'], patterns: [] };

/** A real reply that is taken for one in another language than its customer's. */
type OtherLanguage = Pick<Alarm, 'id' | 'company' | 'text'>;

/** What the guards find in planted leaks, and what they say of harmless and of real replies. */
export async function measureGuards(dir: string): Promise<Row[]> {
  const { alarms, others, replies } = await collectAlarms(dir);
  const suspicions = alarms.filter(({ warning }) => warning.code !== 'price');
  for (const { id, company, text } of others) console.log(`another language: ${company} ${id}\n  ${text}`);
  for (const { id, company, text, warning } of suspicions) {
    if (!verdicts.some((verdict) => verdict.id === id)) printAlarm(company, id, warning, text);
  }
  const needless = suspicions.filter(
    ({ id }) => !verdicts.some((verdict) => verdict.id === id && verdict.hasCause),
  );
  const toShare = (some: readonly Pick<Alarm, 'id'>[]) =>
    `${new Set(some.map(({ id }) => id)).size}, ${((100 * new Set(some.map(({ id }) => id)).size) / replies).toFixed(2)} %`;
  const leaks = listLeaks(1);
  const harmless = harmlessReplies.filter((text) => locatePersonalData(text, facts).length > 0);
  return [
    ['planted leaks that are found', `${leaks.filter(isFound).length} of ${leaks.length}`, 'all'],
    ['harmless replies that are warned of', `${harmless.length} of ${harmlessReplies.length}`, 'none'],
    ['real replies', String(replies), ''],
    ...GuardCode.options.map((code): Row => {
      const [all, wrong] = [alarms, needless].map((some) =>
        some.filter(({ warning }) => warning.code === code),
      );
      const cell = `${toShare(all ?? [])}; without cause ${toShare(wrong ?? [])}`;
      return [`warned of by ${code}`, cell, code === 'price' ? '' : '<= 2 % without cause'];
    }),
    ['warned of without cause by any guard', toShare(needless), '<= 2 %'],
    ['taken for another language than the customer’s', toShare(others), '<= 2 %'],
    ...ReplyLanguage.options.map(
      (language): Row => [`sentences in ${language} taken for another`, ...findMistaken(language)],
    ),
  ];
}

function isFound({ text, part }: Leak): boolean {
  const from = text.lastIndexOf(part);
  return locatePersonalData(text, facts).some(({ start, end }) => start < from + part.length && from < end);
}

// A warning that nobody has looked at counts as one without cause.
function printAlarm(company: string, id: string, warning: Warning, text: string): void {
  console.log(`not looked at yet: ${company} ${id} ${JSON.stringify(warning)}\n  ${text}`);
}

/**
 * Sends the real replies of each company once more, in the order of their times, into a store that has only what came before:
 * what the guards say of each reply at its time.
 */
async function collectAlarms(
  dir: string,
): Promise<{ alarms: Alarm[]; others: OtherLanguage[]; replies: number }> {
  const alarms: Alarm[] = [];
  const others: OtherLanguage[] = [];
  let replies = 0;
  for (const [company, threads] of readCareThreads()) {
    const db = openWorkspace(join(dir, company));
    for (const message of toTimeline(threads)) {
      const reply = message.from === 'agent' ? message : null;
      if (reply) {
        replies += 1;
        alarms.push(...check(db, company, reply));
        if (isInOtherLanguage(db, reply)) others.push({ id: reply.id, company, text: reply.text });
      }
      await store(db, message);
    }
    db.close();
  }
  return { alarms, others, replies };
}

function toTimeline(threads: readonly CareThread[]): Said[] {
  return threads
    .flatMap(({ messages }) => {
      const personId = messages.find(({ from }) => from === 'customer')?.author ?? 'nobody';
      return messages.map((message) => ({ ...message, personId }));
    })
    .toSorted((a, b) => a.at.localeCompare(b.at));
}

function check(db: Db, company: string, { id, text, at, personId }: Said): Alarm[] {
  const time = Date.parse(at);
  const clock = { now: () => time, elapsedMs: () => time, after: () => () => {} };
  const warnings = checkGuards(
    { db, clock },
    {
      conversationId: toConversation(db, personId),
      personId,
      channel: 'public',
      text: text.replace(/^(?:@\w+ )+/, ''),
      seenUntil: Number.MAX_SAFE_INTEGER,
    },
  );
  return warnings.map((warning) => ({ id, company, text, warning }));
}

function toConversation(db: Db, personId: string): string {
  const id = db.prepare('SELECT id FROM conversations WHERE person_id = ?').pluck().get(personId);
  return String(id ?? '');
}

function isInOtherLanguage(db: Db, { personId, text }: Said): boolean {
  const reply = { conversationId: toConversation(db, personId), personId, text };
  return compareLanguages(db, reply, ReplyLanguage.options).differ;
}

/** Of the sentences of the leaks, which read like replies: how many are taken for one in another language. */
function findMistaken(language: ReplyLanguage): [string, string] {
  const sentences = listLeaks(1).filter((leak) => leak.language === language);
  const found = sentences.map(({ text }) => detectLanguage(text, LEAST_REPLY_LETTERS));
  const mistaken = found.filter((one) => one !== null && one !== language);
  const known = found.filter((one) => one === language);
  return [`${mistaken.length} of ${sentences.length}; recognised ${known.length}`, '<= 2 %'];
}

async function store(db: Db, said: Said): Promise<void> {
  const ctx = createCaptureContext(db);
  const at = Date.parse(said.at);
  if (db.prepare('SELECT count(*) FROM account').pluck().get() === 0) {
    putAccount(db, { id: ACCOUNT, handle: 'company', name: 'Company' }, at);
  }
  const page = { source: 'mentions', referenced: [], users: [], unreadable: [] };
  await storeCaptured(ctx, { ...page, messages: [toCaptured(said, at)] });
  threadMessages(ctx);
}

function toCaptured({ id, from, text, personId }: Said, at: number): CapturedMessage {
  const isOwn = from === 'agent';
  return {
    kind: 'post',
    xId: id,
    versionXId: id,
    versions: [],
    role: isOwn ? 'own' : 'wanted',
    reason: isOwn ? null : 'mention',
    authorId: isOwn ? ACCOUNT : personId,
    personId,
    text,
    at,
    inReplyTo: null,
    threadId: null,
    // As of private messages, so that the words alone tell the language.
    lang: null,
    links: [...text.matchAll(/https?:\/\/\S+/g)].map(({ 0: url, index }) => ({
      start: index,
      end: index + url.length,
      shown: url,
      url,
    })),
    media: [],
    attachments: [],
    quotes: [],
    unreadable: false,
    refersTo: [],
    quoteCount: null,
    mentions: [],
  };
}
