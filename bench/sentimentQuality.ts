import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentimentOf } from '#engine/sentiment/sentimentOf.ts';
import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { Sentiment } from '#shared/domain/sentiment.ts';
import { projectFolder } from '../scripts/projectFolder.ts';
import { readCareThreads } from './careThreads.ts';

/** A text of a customer, and what somebody who reads it takes it for. */
export interface LabelledText {
  readonly text: string;
  readonly lang: ReplyLanguage;
  readonly sentiment: Sentiment;
}

/** Which labelled texts: those the rules were developed with, others by the same hand, and real posts to companies. */
export type LabelledSet = 'tuned' | 'heldOut' | 'real';

const signs: Readonly<Record<string, Sentiment>> = { '-': 'negative', '0': 'neutral', '+': 'positive' };

/** The labelled texts of a set; the real ones are English. A line of its file is a label and a text, or of `real` a thread and the place of a message in it. */
export function readLabelled(set: LabelledSet): LabelledText[] {
  if (set !== 'real') {
    return ReplyLanguage.options.flatMap((lang) =>
      readLines(`${lang}.${set}.txt`).map(({ rest, sentiment }) => ({ text: rest, lang, sentiment })),
    );
  }
  const threads = new Map([...readCareThreads().values()].flat().map((thread) => [thread.id, thread]));
  return readLines('real.txt').map(({ rest, sentiment }) => {
    const [id = '', place] = rest.split(' ');
    const text = threads.get(id)?.messages[Number(place)]?.text;
    if (text === undefined) throw new Error(`bench/data has no message ${rest}, which real.txt names`);
    return { text, lang: 'en', sentiment };
  });
}

function readLines(file: string): { readonly sentiment: Sentiment; readonly rest: string }[] {
  const lines = readFileSync(join(projectFolder, 'tests/engine/sentiment/texts', file), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const sentiment = signs[line.charAt(0)];
    if (!sentiment) throw new Error(`${file} has a line without a label: ${line}`);
    return { sentiment, rest: line.slice(2) };
  });
}

/** How well a sentiment is found: shares from 0 to 1; NaN if nothing has it. */
export interface ClassQuality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly texts: number;
}

export interface SentimentQuality {
  readonly classes: Readonly<Record<Sentiment, ClassQuality>>;
  /** The mean of the F1 of the sentiments that occur. */
  readonly macroF1: number;
  /** The share of texts about which the rules say nothing; these count as not found. */
  readonly abstained: number;
  readonly mistakes: readonly string[];
}

export function measureSentiment(texts: readonly LabelledText[]): SentimentQuality {
  const read = texts.map((one) => ({ ...one, found: sentimentOf(one.text, one.lang) }));
  const toClass = (sentiment: Sentiment): ClassQuality => {
    const wanted = read.filter((one) => one.sentiment === sentiment);
    const right = wanted.filter(({ found }) => found === sentiment).length;
    const precision = right / read.filter(({ found }) => found === sentiment).length;
    const recall = right / wanted.length;
    return { precision, recall, f1: (2 * right) / (right / precision + wanted.length), texts: wanted.length };
  };
  const classes = {
    negative: toClass('negative'),
    neutral: toClass('neutral'),
    positive: toClass('positive'),
  };
  const occurring = Sentiment.options.map((one) => classes[one]).filter((one) => one.texts > 0);
  return {
    classes,
    macroF1: occurring.reduce((sum, { f1 }) => sum + (f1 || 0), 0) / occurring.length,
    abstained: read.filter(({ found }) => found === null).length / read.length,
    mistakes: read
      .filter(({ found, sentiment }) => found !== sentiment)
      .map(({ sentiment, found, text }) => `${sentiment} read as ${found ?? 'nothing'}: ${text}`),
  };
}
