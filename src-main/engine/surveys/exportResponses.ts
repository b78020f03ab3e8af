import type { EngineParsed } from '#shared/contract/engine.ts';
import type { EngineContext } from '../context/context.ts';
import { getHiddenFrom } from '../conversations/hiddenScores.ts';
import { type Cell, toCsv, toCsvLines } from '../library/csv.ts';
import { listSentSurveys, type SentSurvey } from '../store/sentSurveys.ts';
import { getOfficeTime } from './figures/localPeriods.ts';

const columns = [
  'survey',
  'conversation',
  'handle',
  'name',
  'scale',
  'language',
  'sent_at',
  'answered_at',
  'score',
  'corrected',
  'comment',
  'hidden',
  'agent',
  'channel',
  'response_time',
  'tags',
  'canned_responses',
];

/** So many take a few milliseconds, in which the engine does nothing else. */
const AT_ONCE = 500;

/**
 * The surveys that X had in a period as a table, the oldest first; without what is hidden from the current agent. The engine goes on
 * working meanwhile, so each survey is as it was when its row was written.
 */
export async function exportResponses(
  { db }: Pick<EngineContext, 'db'>,
  { from, to, delimiter }: EngineParsed<'reports.exportResponses'>,
): Promise<string> {
  const { toLocal } = getOfficeTime(db);
  // As spreadsheets read it: no zone, no T.
  const toClock = (at: number) => new Date(toLocal(at)).toISOString().slice(0, 19).replace('T', ' ');
  const hiddenFrom = getHiddenFrom(db);
  let table = toCsv([columns], delimiter);
  let after: readonly [number, string] = [from, ''];
  for (;;) {
    const page = listSentSurveys(db, { after, to, limit: AT_ONCE });
    const rows = page.map((survey) => {
      const isHidden = hiddenFrom !== null && survey.handledBy === hiddenFrom;
      return toRow(survey, isHidden, toClock);
    });
    table += toCsvLines(rows, delimiter);
    const last = page.at(-1);
    if (last === undefined || page.length < AT_ONCE) return table;
    after = [last.sentAt, last.id];
    await new Promise(setImmediate);
  }
}

function toRow(survey: SentSurvey, isHidden: boolean, toClock: (at: number) => string): Cell[] {
  return [
    survey.id,
    survey.conversationId,
    survey.handle,
    survey.name,
    survey.scale,
    survey.language,
    toClock(survey.sentAt),
    survey.answeredAt === null ? null : toClock(survey.answeredAt),
    isHidden ? null : survey.score,
    isHidden ? null : survey.isCorrected,
    isHidden ? null : survey.comment,
    isHidden,
    survey.agent,
    survey.channel,
    survey.responseTime,
    survey.tags,
    survey.canned,
  ];
}
