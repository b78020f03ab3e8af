import { join } from 'node:path';
import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import { documentOf } from '#engine/library/suggestions/addressOf.ts';
import { deriveQueued, type Question, readQuestion } from '#engine/library/suggestions/deriveExchanges.ts';
import { type RankOptions, rankOptions, rankReplies } from '#engine/library/suggestions/rank.ts';
import { suggestFor } from '#engine/library/suggestions/suggestReplies.ts';
import { getPersonIdOf } from '#engine/store/conversations.ts';
import type { Db } from '#engine/store/open.ts';
import { all } from '#engine/store/sql.ts';
import { type CareThread, readCareThreads } from './careThreads.ts';
import { captureAll } from './ingest.ts';
import { type Baseline, baselines, type Earlier } from './suggestionBaselines.ts';
import type { Row } from './table.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

/** So many suggestions are asked for. */
const MANY = 50;

/** A reply that is to be found: the conversation before it, and the document to which it links. */
interface Task {
  readonly conversationId: string;
  readonly question: Question;
  readonly document: string;
}

interface Company {
  readonly db: Db;
  /** All conversations, and those among them whose document another one links to as well. */
  readonly all: readonly Task[];
  readonly tasks: readonly Task[];
}

/**
 * The task of Ganhotra et al. (EMNLP 2020): the company's last reply in a conversation links to a document. Given the conversation before
 * it and all others of the company, is it among the suggestions? One conversation is left out at a time. Only documents that another
 * conversation links to can be found, so only those count.
 */
export async function measureSuggestionQuality(dir: string): Promise<Row[]> {
  const companies: Company[] = [];
  for (const [name, threads] of readCareThreads()) {
    if (threads.length > 1) companies.push(await openCompany(join(dir, name), threads));
  }
  const tasks = companies.flatMap((company) => company.tasks);
  const rows: Row[] = [
    ['conversations whose document can be found', `${tasks.length} of ${companies.length} companies`, ''],
    ['', 'recall@1 recall@5 MRR', ''],
  ];
  const measured = Object.entries(baselines).map(([name, baseline]) => {
    const quality = toQuality(companies.flatMap((company) => rankByBaseline(company, baseline)));
    rows.push([name, toText(quality), '']);
    return { name, quality };
  });
  const bm25 = measured.find(({ name }) => name.startsWith('BM25'))?.quality ?? nothing;
  const ours = toQuality(companies.flatMap(suggestAll));
  rows.push(['suggestions', toText(ours), '']);
  rows.push(['suggestions, relative to BM25', toRatios(ours, bm25), '>= 1.30, >= 1.00, >= 1.10']);
  const crossed = crossValidate(companies);
  rows.push(['values chosen on the other half of companies', toText(crossed), '']);
  rows.push(['the same, relative to BM25', toRatios(crossed, bm25), '>= 1.30, >= 1.00, >= 1.10']);
  for (const { db } of companies) db.close();
  return rows;
}

/** The share of the documents of one company that come first, and among the first five. */
export async function measureCompany(dir: string, name: string): Promise<Pick<Quality, 'first' | 'five'>> {
  const company = await openCompany(dir, readCareThreads().get(name) ?? []);
  const quality = toQuality(suggestAll(company));
  company.db.close();
  return quality;
}

async function openCompany(dir: string, threads: readonly CareThread[]): Promise<Company> {
  const db = openWorkspace(dir);
  const messages = threads.flatMap(toMessages).toSorted((a, b) => a.at - b.at);
  await captureAll(createCaptureContext(db))(messages);
  deriveQueued(db, () => false);
  const text = `SELECT conversation_id AS id, max(m.id) AS last FROM messages m JOIN conversations c ON c.id = m.conversation_id
    WHERE role = 'own' GROUP BY conversation_id`;
  const known = all<{ id: string; last: number }>(db, text).map(({ id, last }) => {
    const reply = all<{ text: string }>(db, 'SELECT text FROM messages WHERE id = ?', last)[0]?.text ?? '';
    const document = documentOf(reply, []) ?? '';
    return { conversationId: id, question: readQuestion(db, id, last), document };
  });
  const isElsewhere = (task: Task) =>
    task.document !== '' && known.some((other) => other !== task && other.document === task.document);
  return { db, all: known, tasks: known.filter(isElsewhere) };
}

/** Each conversation has a person of its own. What X gave out as ids is left out: it tells when something was written. */
function toMessages({ id: thread, messages }: CareThread): CapturedMessage[] {
  return messages.map(({ from, at, text }, n) => {
    const isOwn = from === 'agent';
    const xId = `${thread}-${n}`;
    return {
      ...{ kind: 'post', xId, versionXId: xId, versions: [], text, at: Date.parse(at), lang: 'en' },
      ...{ role: isOwn ? 'own' : 'wanted', reason: isOwn ? null : 'mention' },
      ...{ authorId: isOwn ? 'company' : thread, personId: thread, inReplyTo: null, threadId: thread },
      ...{
        links: [],
        media: [],
        attachments: [],
        quotes: [],
        unreadable: false,
        refersTo: [],
        quoteCount: null,
        mentions: [],
      },
    };
  });
}

/** The ranks as somebody finds them who reads the texts of the suggestions. */
function suggestAll({ db, tasks }: Company): number[] {
  const ctx = { db, account: () => ({ id: 'company', handle: 'company', name: 'company' }) };
  return tasks.map(({ conversationId, question, document }) => {
    const personId = getPersonIdOf(db, conversationId) ?? '';
    const items = suggestFor(ctx, question, { conversationId, personId }, MANY);
    const documents = new Set(items.flatMap(({ text }) => documentOf(text, []) ?? []));
    return rankOf(document, [...documents]);
  });
}

/** The rank of each document that is to be found, from 1; infinite if it is not found. */
function rankBySuggestions({ db, tasks }: Company, options: RankOptions): number[] {
  return tasks.map(({ conversationId, question, document }) => {
    const ranked = rankReplies(db, question, conversationId, options);
    const documents = new Set(ranked.flatMap(({ exchange }) => exchange.address ?? []));
    return rankOf(document, [...documents]);
  });
}

function rankByBaseline({ all, tasks }: Company, baseline: Baseline): number[] {
  return tasks.map((task) =>
    rankOf(task.document, baseline(toWordList(task), all.filter((other) => other !== task).map(toEarlier))),
  );
}

const toEarlier = (task: Task): Earlier => ({ question: toWordList(task), document: task.document });
const toWordList = ({ question }: Task): string[] => question.words.split(' ');

function rankOf(document: string, documents: readonly string[]): number {
  const at = documents.indexOf(document);
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

interface Quality {
  readonly first: number;
  readonly five: number;
  readonly reciprocal: number;
}

const nothing: Quality = { first: 0, five: 0, reciprocal: 0 };

function toQuality(ranks: readonly number[]): Quality {
  const mean = (value: (rank: number) => number) =>
    ranks.reduce((sum, rank) => sum + value(rank), 0) / ranks.length;
  return {
    first: mean((rank) => (rank === 1 ? 1 : 0)),
    five: mean((rank) => (rank <= 5 ? 1 : 0)),
    reciprocal: mean((rank) => 1 / rank),
  };
}

const toText = ({ first, five, reciprocal }: Quality): string =>
  [first, five, reciprocal].map((value) => value.toFixed(3)).join('    ');

const toRatios = (a: Quality, b: Quality): string =>
  [a.first / b.first, a.five / b.five, a.reciprocal / b.reciprocal]
    .map((value) => value.toFixed(2))
    .join('     ');

/** The values among which `crossValidate` chooses. */
const choices: readonly RankOptions[] = [8, 10, 15].flatMap((voters) =>
  [0, 0.3, 1].flatMap((bestWeight) =>
    [0, 0.05].map((usesWeight) => ({ ...rankOptions, voters, bestWeight, usesWeight })),
  ),
);

/** The quality for each half of the companies with the values that are best for the other half. */
function crossValidate(companies: readonly Company[]): Quality {
  const sorted = companies.toSorted((a, b) => b.tasks.length - a.tasks.length);
  const halves = [0, 1].map((half) => sorted.filter((_, n) => n % 2 === half));
  const ranks = halves.flatMap((half, n) => {
    const other = halves[1 - n] ?? [];
    const best = choices
      .map((options) => ({ options, value: toValue(other, options) }))
      .reduce((best, one) => (one.value > best.value ? one : best));
    return half.flatMap((company) => rankBySuggestions(company, best.options));
  });
  return toQuality(ranks);
}

function toValue(companies: readonly Company[], options: RankOptions): number {
  const { first, reciprocal } = toQuality(companies.flatMap((one) => rankBySuggestions(one, options)));
  return first + reciprocal;
}
