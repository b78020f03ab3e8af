import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportHandlers } from '#engine/handlers/reports.ts';
import type { Db } from '#engine/store/open.ts';
import { run } from '#engine/store/sql.ts';
import { setAnswer } from '#engine/store/surveyResponses.ts';
import { changeTags, insertTag } from '#engine/store/tags.ts';
import { SurveyScale, scoreRange } from '#shared/domain/survey.ts';
import type { CsatReport, NpsReport } from '#shared/domain/surveyReport.ts';
import { HOUR_MS } from '#shared/time.ts';
import { MORNING } from '../../support/builders.ts';
import { storeSurvey, withConversations } from './storedSurveys.ts';

const tagIds = ['t1', 't2', 't3'];
// Few enough that things often happen at the very hour of the report.
const HOURS = 24;
const hour = fc.integer({ min: 0, max: HOURS });

/** What became of a survey: the first score is the person's, each further one is a correction. */
interface Asked {
  readonly scale: SurveyScale;
  readonly sentAt: number;
  readonly conversation: number;
  readonly handledBy: string | null;
  readonly scores: readonly { readonly at: number; readonly score: number | null }[];
}

const asked: fc.Arbitrary<Asked> = fc
  .record({
    scale: fc.constantFrom(...SurveyScale.options),
    sentAt: hour,
    conversation: fc.integer({ min: 0, max: 2 }),
    handledBy: fc.constantFrom('a1', 'a2', null),
    first: fc.option(fc.nat(), { freq: 4 }),
    later: fc.array(fc.option(fc.nat(), { freq: 3 }), { maxLength: 3 }),
    gap: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ scale, sentAt, conversation, handledBy, first, later, gap }) => {
    const { min, max } = scoreRange[scale];
    const toScore = (n: number | null) => (n === null ? null : min + (n % (max - min + 1)));
    const given = first === null ? [] : [first, ...later].map(toScore);
    return {
      scale,
      sentAt,
      conversation,
      handledBy,
      scores: given.map((score, n) => ({ at: sentAt + gap * n, score })),
    };
  });

const toTime = (hours: number) => MORNING + hours * HOUR_MS;

function store(
  db: Db,
  ids: readonly string[],
  { scale, sentAt, conversation, handledBy, scores }: Asked,
): void {
  const [first, ...later] = scores;
  const id = storeSurvey(db, {
    scale,
    sentAt: toTime(sentAt),
    conversationId: ids[conversation] ?? '',
    handledBy,
    score: first?.score ?? null,
    answeredAt: toTime(first?.at ?? 0),
  });
  for (const [n, { at, score }] of later.entries()) {
    const from = scores[n]?.score ?? null;
    const state = score === null ? ('sent' as const) : ('answered' as const);
    const answer = {
      state,
      score,
      comment: null,
      confidence: 1,
      answeredAt: score === null ? null : toTime(at),
    };
    setAnswer(db, id, answer, { at: toTime(at), agent: 'a1', from, to: score });
  }
}

/** What a report must say, computed from the surveys one by one. */
function expectedOf(surveys: readonly Asked[], scale: SurveyScale, known: number) {
  const own = surveys.filter((one) => one.scale === scale);
  const scores = own.flatMap((one) => one.scores.findLast(({ at }) => at <= known)?.score ?? []);
  const { min, max } = scoreRange[scale];
  const share = (from: number, to: number) =>
    scores.filter((score) => score >= from && score <= to).length / scores.length;
  const isTooFew = scores.length < 10;
  return {
    sent: own.length,
    counts: Array.from(
      { length: max - min + 1 },
      (_, n) => scores.filter((score) => score === min + n).length,
    ),
    mean: isTooFew ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    figure: isTooFew ? null : scale === 'csat' ? share(4, 5) : 100 * (share(9, 10) - share(0, 6)),
    rate: own.length < 10 ? null : scores.length / own.length,
  };
}

type Period = Pick<CsatReport | NpsReport, 'sent' | 'responseRate' | 'figures'>;

/** The same of a report. */
function toFound({ sent, responseRate, figures }: Period) {
  const figure = 'nps' in figures ? figures.nps : figures.satisfied;
  return {
    sent,
    counts: figures.distribution.map(({ count }) => count),
    mean: figures.mean,
    figure: figure?.value ?? null,
    rate: responseRate?.value ?? null,
  };
}

const closeTo = (value: number | null) => (value === null ? null : expect.closeTo(value, 8));

function expectPeriod(found: Period, surveys: readonly Asked[], scale: SurveyScale, known: number): void {
  const { mean, figure, rate, ...counted } = expectedOf(surveys, scale, known);
  expect(toFound(found)).toEqual({
    ...counted,
    mean: closeTo(mean),
    figure: closeTo(figure),
    rate: closeTo(rate),
  });
}

test('a report says what counting the surveys one by one says, at any time and in every group', async () => {
  const { ctx, db, ids } = await withConversations(3);
  for (const id of tagIds) insertTag(db, { id, name: id, colour: 'grey' }, MORNING);
  const tags = fc.array(fc.subarray(tagIds), { minLength: 3, maxLength: 3 });
  const input = fc.record({
    surveys: fc.array(asked, { maxLength: 60 }),
    tags,
    from: hour,
    hours: fc.integer({ min: 1, max: HOURS }),
    known: hour,
    isNow: fc.boolean(),
    groupBy: fc.constantFrom('agent', 'tag', 'channel', 'day', undefined),
  });
  fc.assert(
    fc.property(input, ({ surveys, tags, from, hours, known, isNow, groupBy }) => {
      run(db, 'DELETE FROM surveys');
      run(db, 'DELETE FROM conversation_tags');
      // Some conversations are tagged before their surveys, some after.
      const tag = (n: number) => changeTags(db, ids[n] ?? '', { added: tags[n] ?? [], removed: [] });
      tag(0);
      for (const survey of surveys) store(db, ids, survey);
      for (const n of [1, 2]) tag(n);
      const asKnownOn = isNow ? {} : { asKnownOn: toTime(known) };
      const period = { from: toTime(from), to: toTime(from + hours) };
      const result = reportHandlers['reports.surveys'](ctx, { ...period, groupBy, ...asKnownOn });
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      const until = isNow ? Number.MAX_SAFE_INTEGER : known;
      const counted = surveys.filter(
        ({ sentAt }) => sentAt >= from && sentAt < from + hours && sentAt <= until,
      );
      for (const scale of SurveyScale.options) {
        const report = result.value[scale];
        expectPeriod(report, counted, scale, until);
        for (const group of report.groups) {
          expectPeriod(
            group,
            counted.filter((one) => keysOf(one, groupBy, tags).includes(group.key)),
            scale,
            until,
          );
        }
        const keys = counted
          .filter((one) => one.scale === scale)
          .flatMap((one) => keysOf(one, groupBy, tags));
        expect(new Set(report.groups.map(({ key }) => key))).toEqual(new Set(keys));
      }
    }),
    { numRuns: 100 },
  );
});

function keysOf(
  { conversation, handledBy, sentAt }: Asked,
  groupBy: 'agent' | 'tag' | 'channel' | 'day' | undefined,
  tags: readonly (readonly string[])[],
): readonly (string | null)[] {
  const own = tags[conversation] ?? [];
  if (groupBy === 'agent') return [handledBy];
  if (groupBy === 'tag') return own.length > 0 ? own : [null];
  if (groupBy === 'channel') return ['public'];
  if (groupBy === 'day') return [toLocalDay(toTime(sentAt))];
  return [];
}

function toLocalDay(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
