import { describe, expect, test } from 'vitest';
import type { EngineContext } from '#engine/context/context.ts';
import { reportHandlers } from '#engine/handlers/reports.ts';
import { insertAgent } from '#engine/store/agents.ts';
import { insertSurvey } from '#engine/store/surveys.ts';
import { changeTags, insertTag } from '#engine/store/tags.ts';
import { type EngineInput, engineContract } from '#shared/contract/engine.ts';
import { HOUR_MS } from '#shared/time.ts';
import { MORNING } from '../../support/builders.ts';
import { storeSurvey, withConversations } from './storedSurveys.ts';

const always = { from: 0, to: Number.MAX_SAFE_INTEGER };

function list(ctx: EngineContext, input: Partial<EngineInput<'reports.surveyComments'>> = {}) {
  const { input: accepted, output } = engineContract['reports.surveyComments'];
  const result = reportHandlers['reports.surveyComments'](ctx, accepted.parse({ ...always, ...input }));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return output.parse(result.value);
}

describe('comments', () => {
  test('stand beside scores with person and agent, the last response first', async () => {
    const { ctx, db, ids } = await withConversations();
    const sam = insertAgent(db, 'Sam');
    storeSurvey(db, { id: 'early', score: 4, comment: 'Fine', answeredAt: MORNING + 1 });
    storeSurvey(db, { id: 'late', score: 1, comment: 'Slow', answeredAt: MORNING + 2, handledBy: sam });
    storeSurvey(db, { score: 5 });
    storeSurvey(db);
    const { items } = list(ctx);
    expect(items.map(({ surveyId }) => surveyId)).toEqual(['late', 'early']);
    expect(items[0]).toEqual({
      surveyId: 'late',
      conversationId: ids[0],
      person: { id: '1', handle: 'person1', name: 'Person 1' },
      scale: 'csat',
      score: 1,
      comment: 'Slow',
      at: MORNING + 2,
      agent: { id: sam, name: 'Sam' },
    });
    expect(items[1]?.agent).toBeNull();
  });

  test('come page by page, also several of one moment', async () => {
    const { ctx, db } = await withConversations();
    const ids = Array.from({ length: 5 }, (_, n) =>
      storeSurvey(db, { id: `s${n}`, score: 5, comment: 'Good' }),
    );
    const pages: string[][] = [];
    for (let cursor: string | undefined; pages.length < 4; ) {
      const { items, nextCursor } = list(ctx, { limit: 2, ...(cursor ? { cursor } : {}) });
      pages.push(items.map(({ surveyId }) => surveyId));
      if (nextCursor === undefined) break;
      cursor = nextCursor;
    }
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(pages.flat().toSorted()).toEqual(ids);
  });

  test('can be told apart by scale, score, agent, tag, words and period', async () => {
    const { ctx, db, ids } = await withConversations(2);
    const [first = '', second = ''] = ids;
    insertTag(db, { id: 't1', name: 'late', colour: 'grey' }, MORNING);
    changeTags(db, second, { added: ['t1'], removed: [] });
    storeSurvey(db, {
      id: 'a',
      conversationId: first,
      score: 2,
      comment: 'Trop LENT, désolé',
      handledBy: 'sam',
    });
    storeSurvey(db, {
      id: 'b',
      conversationId: second,
      score: 5,
      comment: 'Great :)',
      sentAt: MORNING + HOUR_MS,
    });
    storeSurvey(db, { id: 'c', conversationId: second, scale: 'nps', score: 9, comment: 'Great too' });
    const found = (filter: Partial<EngineInput<'reports.surveyComments'>>) =>
      list(ctx, filter)
        .items.map(({ surveyId }) => surveyId)
        .toSorted()
        .join('');
    expect(found({})).toBe('abc');
    expect(found({ scale: 'csat' })).toBe('ab');
    expect(found({ scores: { min: 2, max: 5 } })).toBe('ab');
    expect(found({ agent: 'sam' })).toBe('a');
    expect(found({ tag: 't1' })).toBe('bc');
    expect(found({ text: ' lent desole ' })).toBe('a');
    expect(found({ text: ':)' })).toBe('b');
    expect(found({ text: '  ' })).toBe('abc');
    expect(found({ text: '100%' })).toBe('');
    expect(found({ from: MORNING + 1 })).toBe('b');
    expect(found({ to: MORNING + 1 })).toBe('ac');
  });

  test('need a cursor of their list', async () => {
    const { ctx } = await withConversations();
    const input = { ...always, limit: 1, cursor: 'x' };
    const result = reportHandlers['reports.surveyComments'](ctx, input);
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid', path: 'cursor' } });
  });
});

test('why surveys were not sent is counted by reason, and as often as that was', async () => {
  const { ctx, db, ids } = await withConversations();
  const refuse = (createdAt: number, ...codes: ('night' | 'openMatter' | 'optedOut')[]) =>
    insertSurvey(db, {
      id: `${createdAt}`,
      conversationId: ids[0] ?? '',
      personId: '1',
      scale: 'csat',
      language: 'en',
      variant: 0,
      state: 'refused',
      askedBy: null,
      handledBy: null,
      createdAt,
      sentAt: null,
      reasons: codes.map((code) => ({ code })),
    });
  refuse(1, 'night');
  refuse(2, 'night', 'openMatter');
  refuse(3, 'night');
  refuse(4, 'optedOut');
  storeSurvey(db, { sentAt: 2 });
  expect(reportHandlers['reports.surveysWhyNot'](ctx, { from: 2, to: 4 })).toEqual({
    ok: true,
    value: {
      refusals: 2,
      items: [
        { code: 'night', count: 2 },
        { code: 'openMatter', count: 1 },
      ],
    },
  });
});
