import { err, ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { toRuledOut } from '../conversations/agentChanges.ts';
import { changeConversation } from '../conversations/changeConversation.ts';
import { fromCursor, TimePosition, toCursor } from '../conversations/cursor.ts';
import { asSeen } from '../conversations/hiddenScores.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { inTransaction } from '../store/sql.ts';
import { getSurveySettings, putSurveySettings } from '../store/surveySettings.ts';
import { getSurvey, listSurveys } from '../store/surveys.ts';
import { cancelSurvey } from '../surveys/cancelSurvey.ts';
import { composeSurvey, previewSurvey } from '../surveys/composeSurvey.ts';
import { correctSurvey } from '../surveys/correctSurvey.ts';
import { checkEtiquette } from '../surveys/etiquette/checkEtiquette.ts';
import { findSettingsProblem } from '../surveys/findSettingsProblem.ts';
import { interpret } from '../surveys/interpret/interpret.ts';
import { changeOptOut } from '../surveys/optOuts.ts';
import { sendSurvey } from '../surveys/sendSurvey.ts';
import type { Handlers } from './handlers.ts';

/** Asking people how they found the help they got. */
export const surveyHandlers = {
  'surveys.check': (ctx, asked) => {
    const composed = composeSurvey(ctx, asked);
    if (!composed.ok) return composed;
    const { personId, ...shown } = composed.value;
    return ok({ ...shown, reasons: checkEtiquette(ctx, { conversationId: asked.conversationId, personId }) });
  },

  'surveys.preview': previewSurvey,
  'surveys.send': sendSurvey,
  'surveys.correct': correctSurvey,
  'surveys.cancel': (ctx, { id }) => cancelSurvey(ctx, id),

  'surveys.get': ({ db }, { id }) => {
    const survey = getSurvey(db, id);
    return survey ? ok(asSeen(db, survey)) : err({ code: 'notFound', what: 'survey', id });
  },

  'surveys.list': ({ db }, { cursor, ...query }) => {
    const after = fromCursor(cursor, 'cursor', TimePosition);
    if (!after.ok) return after;
    const items = listSurveys(db, { ...query, limit: query.limit + 1, after: after.value });
    const page = items.slice(0, query.limit);
    const last = page.at(-1);
    const hasMore = items.length > page.length && last !== undefined;
    return ok({
      items: page.map((survey) => asSeen(db, survey)),
      ...(hasMore ? { nextCursor: toCursor([last.createdAt, last.id]) } : {}),
    });
  },

  'surveys.optOut': (ctx, { personId }) => changeOptOut(ctx, personId, true),
  'surveys.optIn': (ctx, { personId }) => changeOptOut(ctx, personId, false),

  'surveys.setRuledOut': (ctx, { conversationId, isRuledOut }) =>
    changeConversation(ctx, { id: conversationId }, toRuledOut(ctx, isRuledOut)),

  'surveys.settings': ({ db }) => ok(getSurveySettings(db)),

  'surveys.updateSettings': (ctx, changed) => {
    const given = withoutUndefined(changed);
    const problem = findSettingsProblem(ctx.db, given);
    if (problem) return err(problem);
    inTransaction(ctx.db, () => {
      putSurveySettings(ctx.db, given, ctx.clock.now());
      const facts = { surveys: Object.keys(given) };
      const agent = getCurrentAgent(ctx.db).id;
      recordActivity(ctx, { kind: 'settingsChanged', agent, conversationId: null, facts });
    });
    ctx.emit({ name: 'settings.changed', params: {} });
    return ok(getSurveySettings(ctx.db));
  },

  'surveys.interpret': (_ctx, { text, scale, lang }) => ok(interpret(text, scale, lang)),
} satisfies Partial<Handlers>;
