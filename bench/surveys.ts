import { SURE_ENOUGH, SurveyScale } from '../shared/domain/survey.ts';
import { interpret } from '../src-main/engine/surveys/interpret/interpret.ts';
import { readCareThreads } from './careThreads.ts';
import { repeated, toCell } from './measure.ts';
import { type Labelled, labelled, measureQuality, type Quality } from './surveyQuality.ts';
import type { Row } from './table.ts';

const CALLS = 20_000;

/** How well and how fast responses to surveys are read, and how many ordinary messages are taken for one. */
export async function measureSurveys(): Promise<Row[]> {
  const messages = [...readCareThreads().values()]
    .flat()
    .flatMap(({ messages }) => messages.filter(({ from }) => from === 'customer').map(({ text }) => text));
  return [
    ['labelled responses', `${labelled.length}, ${labelled.filter(isOther).length} with no score`, '>= 600'],
    ...toRows(
      'developed with',
      labelled.filter(({ heldOut }) => !heldOut),
    ),
    ...toRows(
      'held out',
      labelled.filter(({ heldOut }) => heldOut),
    ),
    ...(['en', 'nl', 'fr'] as const).map((lang): Row => {
      const { precision, recall } = measureQuality(
        labelled.filter((one) => one.lang === lang),
        true,
      );
      return [`${lang}: precision, recall`, `${toPercent(precision)}, ${toPercent(recall)}`, ''];
    }),
    ['ordinary messages of customers', String(messages.length), ''],
    ['read as a score', String(countRead(messages)), 'none'],
    ['asked an agent about', String(countDoubts(messages)), '<= .5 %'],
    ['taken for opting out', String(messages.filter((text) => interpret(text, 'nps').optOut).length), 'none'],
    ['reading a response', toCell(measureCalls(labelled.map(({ text }) => text))), 'p95 <= .2'],
    ['reading an ordinary message', toCell(measureCalls(messages)), 'p95 <= .2'],
  ];
}

const isOther = ({ score }: Labelled): boolean => score === null;

function toRows(name: string, responses: readonly Labelled[]): Row[] {
  const [known, unknown] = [measureQuality(responses, true), measureQuality(responses, false)];
  const toRow = (
    what: string,
    share: keyof Quality & ('precision' | 'recall' | 'optOut'),
    target: string,
  ): Row => [
    `${name} (${responses.length}): ${what}`,
    `${toPercent(known[share])}, ${toPercent(unknown[share])} without language`,
    target,
  ];
  return [
    toRow('precision', 'precision', '>= 99 %'),
    toRow('recall', 'recall', '>= 92 %'),
    toRow('opting out told right', 'optOut', ''),
  ];
}

const toPercent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const countRead = (messages: readonly string[]): number =>
  messages.filter((text) =>
    SurveyScale.options.some((scale) => interpret(text, scale).confidence >= SURE_ENOUGH),
  ).length;

const countDoubts = (messages: readonly string[]): number =>
  messages.filter((text) =>
    SurveyScale.options.some((scale) => {
      const { confidence, doubt } = interpret(text, scale);
      return confidence < SURE_ENOUGH && doubt !== undefined;
    }),
  ).length;

const measureCalls = (texts: readonly string[]) =>
  repeated(CALLS, (n) => void interpret(texts[n % texts.length] ?? '', n % 2 === 0 ? 'nps' : 'csat'));
