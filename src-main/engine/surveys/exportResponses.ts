import type { EngineParsed } from '#shared/contract/engine.ts';
import type { EngineContext } from '../context/context.ts';
import { getHiddenFrom } from '../conversations/hiddenScores.ts';
import { toCsv } from '../library/csv.ts';
import { listSentSurveys } from '../store/sentSurveys.ts';
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

/** The surveys that X had in a period as a table, the oldest first; without what is hidden from the current agent. */
export function exportResponses(
  { db }: Pick<EngineContext, 'db'>,
  { from, to, delimiter }: EngineParsed<'reports.exportResponses'>,
): string {
  const { toLocal } = getOfficeTime(db);
  // As spreadsheets read it: no zone, no T.
  const toClock = (at: number) => new Date(toLocal(at)).toISOString().slice(0, 19).replace('T', ' ');
  const hiddenFrom = getHiddenFrom(db);
  const rows = listSentSurveys(db, from, to).map((survey) => {
    const isHidden = hiddenFrom !== null && survey.handledBy === hiddenFrom;
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
  });
  return toCsv([columns, ...rows], delimiter);
}
