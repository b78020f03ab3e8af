import type { Language } from '#shared/domain/language.ts';
import type { Message } from '#shared/domain/message.ts';
import { scoreRange } from '#shared/domain/survey.ts';
import { type ExportWords, exportWords } from './exportWords.ts';
import { inParts } from './inParts.ts';
import { escapeHtml, toBidi, toDirected, toHandle } from './pageParts.ts';
import type { ExportedConversation } from './readExported.ts';
import type { StoredMedium } from './storedMedia.ts';
import { toDurations, toWaits } from './waits.ts';

/** What a page shows of the world around a conversation. */
export interface PageContext {
  readonly language: Language;
  readonly account: string;
  readonly exportedAt: number;
  /** What the workspace has of a medium; null for one that is not stored. */
  readonly getStored: (message: Message, media: Message['media'][number]) => StoredMedium | null;
}

/** One conversation as a part of a page, in pieces: its cover of facts, then every message. */
export function* toArticle(exported: ExportedConversation, page: PageContext): Generator<string> {
  const words = exportWords[page.language];
  const time = toTime(page.language);
  const { name, handle } = exported.conversation.person;
  const title = words.title.replace('{name}', () => `${toBidi(name)} ${toHandle(handle)}`);
  yield `<article>\n<h1>${title}</h1>\n${toCover(exported, page, words)}`;
  for (const messages of inParts(exported.messages)) {
    yield messages.map((message) => toSection(message, page, { words, time })).join('');
  }
  yield '</article>\n';
}

function toCover(exported: ExportedConversation, page: PageContext, words: ExportWords): string {
  const { conversation, tags, agents, firstReplyMs, nextReplyMs, score, gaps, messages } = exported;
  const { person, status, priority, agent, openedAt } = conversation;
  const time = toTime(page.language);
  const channels = new Set(messages.map(({ kind }) => words.channels[kind === 'dm' ? 'dm' : 'public']));
  // Both ends of what took less than a minute read the same.
  const period = (from: number, to: number) => [...new Set([time(from), time(to)])].join(' – ');
  const missing = gaps.map(({ from, to }) => period(from, to));
  const list = (items: readonly string[], none: string) =>
    items.length === 0 ? none : items.map(toBidi).join(', ');
  const facts: readonly (readonly [string, string])[] = [
    [words.person, `${toBidi(person.name)} ${toHandle(person.handle)}`],
    [words.account, toBidi(page.account)],
    [words.channel, list([...channels], words.none)],
    [words.period, period(openedAt, messages.at(-1)?.at ?? openedAt)],
    [words.firstReply, firstReplyMs === null ? words.none : toDurations(page.language)(firstReplyMs)],
    [words.nextReplies, toWaits(nextReplyMs, page.language)],
    [words.agents, list(agents, words.nobody)],
    [words.assignee, list(agent === null ? [] : [agent], words.nobody)],
    [words.tags, list(tags, words.none)],
    [words.status, words.statuses[status]],
    [words.priority, words.priorities[priority]],
    [words.score, score ? `${score.score} / ${scoreRange[score.scale].max}` : words.none],
    [words.messages, new Intl.NumberFormat(page.language).format(messages.length)],
    [words.missing, missing.length === 0 ? words.nothingMissing : missing.join('; ')],
    [words.exported, time(page.exportedAt)],
  ];
  const rows = facts.map(([term, value]) => `<dt>${escapeHtml(term)}</dt><dd>${value}</dd>\n`);
  return `<dl>\n${rows.join('')}</dl>\n`;
}

interface Wording {
  readonly words: ExportWords;
  readonly time: (at: number) => string;
}

function toSection(message: Message, page: PageContext, { words, time }: Wording): string {
  const { author, kind, at, agent, direction, status } = message;
  const head = [
    `<strong>${toBidi(author.name)}</strong>`,
    toHandle(author.handle),
    `<span>${escapeHtml(words.channels[kind === 'dm' ? 'dm' : 'public'])}</span>`,
    `<time datetime="${new Date(at).toISOString()}">${escapeHtml(time(at))}</time>`,
    ...(agent === undefined ? [] : [toBidi(agent)]),
    ...(status !== null && status.kind !== 'sent' ? [`<span>${escapeHtml(words.notSent)}</span>`] : []),
  ];
  const own = direction === 'out' ? ' data-own' : '';
  return `<section${own}>\n<h2>${head.join(' ')}</h2>\n${toText(message, words)}${toMedia(message, page, words)}</section>\n`;
}

function toText(message: Message, words: ExportWords): string {
  if (message.deletedAt !== null) return toNote(words.deleted);
  if (message.unreadable) return toNote(words.unreadable);
  const quotes = message.quotes.flatMap(({ post }) =>
    post ? `<p class="note">${toHandle(post.author.handle)}: ${toBidi(post.text)}</p>\n` : [],
  );
  const addresses = message.links.map(({ url }) => `<p class="note">${toBidi(url)}</p>\n`);
  const text = message.text === '' ? '' : `<p dir="auto">${toDirected(message.text)}</p>\n`;
  return text + addresses.join('') + quotes.join('');
}

const toNote = (words: string) => `<p class="note">${escapeHtml(words)}</p>\n`;

function toMedia(message: Message, page: PageContext, words: ExportWords): string {
  const parts = message.media.map((media) => {
    const stored = page.getStored(message, media);
    const alt = escapeHtml(media.alt ?? words.media[media.type]);
    if (stored?.kind === 'picture') return `<img src="${stored.address}" alt="${alt}">\n`;
    if (stored?.kind === 'video')
      return `<video controls preload="metadata" src="${stored.address}" aria-label="${alt}"></video>\n`;
    const [why, place] =
      stored?.kind === 'large' ? [words.tooLarge, stored.file] : [words.notIncluded, media.url];
    return `<p class="note">${alt} (${escapeHtml(why)})${place === null ? '' : ` ${toBidi(place)}`}</p>\n`;
  });
  return parts.join('');
}

const toTime = (language: Language) => {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return (at: number) => format.format(at);
};
