import { sentimentOf } from '#engine/sentiment/sentimentOf.ts';
import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { Sentiment } from '#shared/domain/sentiment.ts';
import { repeated, toCell } from './measure.ts';
import { type LabelledText, measureSentiment, readLabelled } from './sentimentQuality.ts';
import type { Row } from './table.ts';

const CALLS = 20_000;

/** How well and how fast the sentiment of labelled texts is told: precision, recall and F1 of each sentiment. */
export async function measureSentiments(): Promise<Row[]> {
  const [tuned, heldOut, real] = [readLabelled('tuned'), readLabelled('heldOut'), readLabelled('real')];
  const texts = [...tuned, ...heldOut, ...real];
  const speed = repeated(CALLS, (n) => {
    const one = texts[n % texts.length];
    if (one) sentimentOf(one.text, one.lang);
  });
  return [
    ['labelled texts', String(texts.length), '>= 400'],
    ['', 'precision recall F1', ''],
    ...toRows('tuned', tuned),
    ...toRows('held out', heldOut),
    ...ReplyLanguage.options.flatMap((lang) =>
      toRows(
        `held out, ${lang}`,
        heldOut.filter((one) => one.lang === lang),
      ),
    ),
    ...toRows('real posts, en', real),
    ['a text', toCell(speed), 'p95 <= .2'],
  ];
}

function toRows(name: string, texts: readonly LabelledText[]): Row[] {
  const { classes, macroF1, abstained } = measureSentiment(texts);
  return [
    ...Sentiment.options.flatMap((sentiment): Row[] => {
      const { precision, recall, f1, texts: count } = classes[sentiment];
      if (count === 0) return [];
      return [[`${name}: ${sentiment} (${count})`, [precision, recall, f1].map(toShare).join(' '), '']];
    }),
    [`${name}: macro-F1, abstained`, `${toShare(macroF1)} ${(100 * abstained).toFixed(1)} %`, ''],
  ];
}

const toShare = (share: number): string => share.toFixed(2);
