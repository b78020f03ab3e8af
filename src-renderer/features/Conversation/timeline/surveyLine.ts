import type { TFunction } from 'i18next';
import type { Activity } from '#shared/domain/activity.ts';
import { SurveyDoubt, SurveyScale, scoreRange } from '#shared/domain/survey.ts';
import { toShownName } from '../../../ui/shownName.ts';

/** What became of a survey, or what its person said in response. */
export type SurveyLine =
  | {
      readonly type: 'survey';
      readonly what:
        | 'surveySent'
        | 'surveyCancelled'
        | 'surveyRefused'
        | 'surveyReminded'
        | 'surveyExpired'
        | 'surveyCommented'
        | 'surveyOptedOut'
        | 'surveyOptedIn';
    }
  | {
      /** A score was read, changed or, if `score` is null, removed. */
      readonly type: 'score';
      readonly surveyId: string;
      readonly scale: SurveyScale;
      readonly score: number | null;
      /** The score before; null if there was none. */
      readonly from: number | null;
      /** What was written, if the score was rounded. */
      readonly exact: number | null;
      /** The agent who set it; null if the person said it. */
      readonly by: string | null;
    }
  | {
      /** Something that might be a score and does not count. */
      readonly type: 'doubt';
      readonly surveyId: string;
      readonly doubt: SurveyDoubt;
    }
  | {
      /** A low score brought the conversation back to the queue. */
      readonly type: 'lowScore';
      readonly score: number;
      readonly of: number;
      /** Who handled the matter, if a colleague can follow up. */
      readonly handledBy: string | null;
    };

/** The line for an activity about a survey; null for every other activity. */
export function toSurveyLine({ kind, agent: by, facts }: Activity): SurveyLine | null {
  switch (kind) {
    case 'surveySent':
    case 'surveyCancelled':
    case 'surveyRefused':
    case 'surveyReminded':
    case 'surveyExpired':
    case 'surveyCommented':
    case 'surveyOptedOut':
    case 'surveyOptedIn':
      return { type: 'survey', what: kind };
    case 'surveyAnswered':
    case 'surveyCorrected':
      return toScoreLine(facts, by);
    case 'surveyDoubted': {
      const doubt = SurveyDoubt.safeParse(facts.doubt).data ?? 'unclear';
      return { type: 'doubt', surveyId: String(facts.surveyId), doubt };
    }
    case 'surveyFollowUp': {
      const handledBy = typeof facts.handledBy === 'string' ? facts.handledBy : null;
      return { type: 'lowScore', score: Number(facts.score), of: Number(facts.of), handledBy };
    }
    default:
      return null;
  }
}

function toScoreLine(facts: Activity['facts'], by: string | null): SurveyLine | null {
  const scale = SurveyScale.safeParse(facts.scale);
  if (!scale.success) return null;
  const toNumber = (fact: unknown) => (typeof fact === 'number' ? fact : null);
  const [score, from, exact] = [facts.score, facts.from, facts.exact].map(toNumber);
  return {
    type: 'score',
    surveyId: String(facts.surveyId),
    scale: scale.data,
    score: score ?? null,
    from: from ?? null,
    exact: exact ?? null,
    by,
  };
}

/** The sentence of a line. */
export function toSurveySentence(line: SurveyLine, t: TFunction, language: string): string {
  switch (line.type) {
    case 'survey':
      return t(`surveys.system.${line.what}`);
    case 'doubt':
      return t('surveys.doubted', { why: t(`surveys.doubts.${line.doubt}`) });
    case 'score':
      return toScoreSentence(line, t, language);
    case 'lowScore': {
      const { score, of, handledBy } = line;
      return handledBy === null
        ? t('surveys.system.lowScore', { score, of })
        : t('surveys.system.lowScoreNot', { score, of, agent: toShownName(handledBy) });
    }
  }
}

function toScoreSentence(line: SurveyLine & { type: 'score' }, t: TFunction, language: string): string {
  const { scale, score, from, exact, by } = line;
  const out = (value: number) => t('surveys.scoring.outOf', { score: value, max: scoreRange[scale].max });
  const agent = by === null ? '' : toShownName(by);
  if (score === null) return t('surveys.scoring.removed', { agent, from: from ?? '' });
  if (by !== null)
    return from === null
      ? t('surveys.scoring.set', { agent, score: out(score) })
      : t('surveys.scoring.changed', { agent, score: out(score), from });
  const told =
    from === null
      ? t('surveys.scoring.answered', { score: out(score) })
      : t('surveys.scoring.corrected', { score: out(score), from });
  if (exact === null) return told;
  return t('surveys.scoring.rounded', { told, exact: new Intl.NumberFormat(language).format(exact) });
}
