import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../scripts/projectFolder.ts';
import { ReplyLanguage } from '../shared/domain/replyLanguage.ts';
import { SURE_ENOUGH, type SurveyReading, type SurveyScale } from '../shared/domain/survey.ts';
import { interpret } from '../src-main/engine/surveys/interpret/interpret.ts';

/** A text as customers write it, and what somebody who reads it takes it for. */
export interface Labelled {
  readonly text: string;
  readonly scale: SurveyScale;
  readonly lang: ReplyLanguage;
  /** Null where an agent has to be asked, and where the text is no response. */
  readonly score: number | null;
  readonly optOut: boolean;
  /** Where it was labelled too. */
  readonly comment?: string;
  readonly kind: string;
  /** Not looked at while the interpretation was written. */
  readonly heldOut?: boolean;
}

export interface Quality {
  readonly responses: number;
  /** The readings that count by themselves. */
  readonly read: number;
  /** The share of those that are right. */
  readonly precision: number;
  /** The share of the responses with a score that are read, and read right. */
  readonly recall: number;
  /** The share of all responses whose opting out is told right. */
  readonly optOut: number;
  readonly mistakes: readonly string[];
}

export const labelled: readonly Labelled[] = ReplyLanguage.options.flatMap((lang) => {
  const file = join(projectFolder, 'tests/engine/surveys/responses', `${lang}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Labelled[];
});

/** How well these responses are read, with their language known or not. */
export function measureQuality(responses: readonly Labelled[], knowsLanguage: boolean): Quality {
  const readings = responses.map((response) => ({
    response,
    reading: interpret(response.text, response.scale, knowsLanguage ? response.lang : null),
  }));
  const read = readings.filter(({ reading }) => toCounted(reading) !== null);
  const right = read.filter(({ response, reading }) => toCounted(reading) === response.score);
  const told = readings.filter(({ response, reading }) => response.optOut === reading.optOut);
  const wrong = readings.filter(
    ({ response, reading }) => toCounted(reading) !== response.score || response.optOut !== reading.optOut,
  );
  return {
    responses: responses.length,
    read: read.length,
    precision: right.length / read.length,
    recall: right.length / responses.filter(({ score }) => score !== null).length,
    optOut: told.length / responses.length,
    mistakes: wrong.map(
      ({ response, reading }) => `${JSON.stringify(response)} read as ${JSON.stringify(reading)}`,
    ),
  };
}

const toCounted = ({ score, confidence }: SurveyReading): number | null =>
  confidence >= SURE_ENOUGH ? score : null;
