import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '#shared/time.ts';
import { until } from '../../support/startTestEngine.ts';
import { askedSurvey, resolve, sentTexts } from './support.ts';

/** A survey, and how its low score was followed up. */
async function askedForFollowUp(scale: 'csat' | 'nps' = 'csat') {
  const asked = await askedSurvey(scale);
  const { engine, id } = asked;
  const followUps = async () =>
    (await engine.call('conversations.get', { id })).activities.filter(
      ({ kind }) => kind === 'surveyFollowUp',
    );
  const queued = async () =>
    (await engine.call('conversations.list', { view: 'queue' })).items.map((item) => item.id);
  return { ...asked, followUps, queued };
}

describe('a low score', () => {
  test.each([
    ['csat', '2', 5],
    ['nps', '6', 10],
  ] as const)('of %s brings its conversation back to the queue, which says why', async (scale, text, of) => {
    const { engine, id, write, read, followUps, queued } = await askedForFollowUp(scale);
    await write(text);
    expect(await read()).toMatchObject({ status: 'open', agent: null, waitingSince: expect.any(Number) });
    expect(await queued()).toEqual([id]);
    expect(await followUps()).toMatchObject([{ agent: null, facts: { score: Number(text), of } }]);
    expect(engine.events).toContainEqual({ name: 'conversations.opened', params: { ids: [id] } });
  });

  test.each([
    ['csat', '3'],
    ['nps', '7'],
  ] as const)('is none for %s of %s', async (scale, text) => {
    const { write, read, followUps } = await askedForFollowUp(scale);
    await write(text);
    expect(await read()).toMatchObject({ status: 'resolved' });
    expect(await followUps()).toEqual([]);
  });

  test('stays in the queue after the thanks, until somebody has done something', async () => {
    const { engine, id, write, queued } = await askedForFollowUp();
    await write('1');
    await until('it is thanked for', () => sentTexts(engine).length === 2);
    await engine.clock.advance(HOUR_MS);
    await engine.call('capture.pollNow', {});
    expect(await queued()).toEqual([id]);
    await resolve(engine, id);
    expect(await queued()).toEqual([]);
  });

  test('is followed up once, whatever becomes of the score, and after a restart', async () => {
    const { engine, id, surveyId, write, followUps, queued } = await askedForFollowUp();
    await write('2');
    await resolve(engine, id);
    await write('sorry, I meant 4');
    await write('sorry, I meant 1');
    await engine.call('surveys.correct', { id: surveyId, score: 5 });
    await engine.call('surveys.correct', { id: surveyId, score: 2 });
    await engine.restart();
    await engine.call('capture.pollNow', {});
    expect(await followUps()).toHaveLength(1);
    expect(await queued()).toEqual([]);
  });

  test('is followed up if it is one by a correction of its person', async () => {
    const { id, write, followUps, queued } = await askedForFollowUp('nps');
    await write('9');
    expect(await queued()).toEqual([]);
    await write('sorry, I meant 2');
    expect(await followUps()).toMatchObject([{ facts: { score: 2, of: 10 } }]);
    expect(await queued()).toEqual([id]);
  });

  test('is followed up if it is one on the word of an agent', async () => {
    const { engine, id, surveyId, followUps, queued } = await askedForFollowUp();
    await engine.call('surveys.correct', { id: surveyId, score: 1 });
    expect(await followUps()).toHaveLength(1);
    expect(await queued()).toEqual([id]);
  });

  test('is taken from who handled the matter where there is a colleague, and named for one', async () => {
    const { engine, id, write, read, followUps } = await askedForFollowUp();
    const { me } = await engine.call('agents.list', {});
    await engine.call('agents.add', { name: 'Sam' });
    await engine.call('conversations.assign', { id, agent: me });
    await write('2');
    expect(await read()).toMatchObject({ status: 'open', agent: null });
    expect(await followUps()).toMatchObject([{ facts: { handledBy: me } }]);
  });

  test('leaves a conversation to a colleague who has it already', async () => {
    const { engine, id, write, read, queued } = await askedForFollowUp();
    await engine.call('conversations.assign', { id, agent: 'Sam' });
    await write('2');
    expect(await read()).toMatchObject({ status: 'open', agent: 'Sam' });
    expect(await queued()).toEqual([id]);
  });

  test('ends a snooze', async () => {
    const { engine, id, write, queued } = await askedForFollowUp();
    await engine.call('conversations.setStatus', { id, status: 'open' });
    await engine.call('conversations.snooze', { id, until: engine.clock.now() + HOUR_MS });
    await write('2');
    expect(await queued()).toEqual([id]);
  });

  test('is not followed up if the workspace does not want that', async () => {
    const { engine, write, read, followUps } = await askedForFollowUp();
    await engine.call('surveys.updateSettings', { followUpLowScores: false });
    await write('2');
    expect(await read()).toMatchObject({ status: 'resolved' });
    expect(await followUps()).toEqual([]);
  });
});
