import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { listUtterances } from '#engine/store/exchanges.ts';
import { type Db, STORE_FILE } from '#engine/store/open.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { until } from '../../support/startTestEngine.ts';
import { askedSurvey, reasonsAgainst, sentTexts } from './support.ts';

describe('a response', () => {
  test('in the words of the customer gives the score, reopens nothing and is thanked for once', async () => {
    const { engine, get, write, read, kinds } = await askedSurvey();
    const opened = engine.events.filter(({ name }) => name === 'conversations.opened').length;
    await write('5 stars, the new part came so fast');
    expect(await get()).toMatchObject({
      state: 'answered',
      score: 5,
      messageIds: [expect.stringMatching(/^dm-/)],
    });
    expect((await get()).comment).toContain('so fast');
    expect(await read()).toMatchObject({ status: 'resolved', unread: 0, waitingSince: null });
    expect(engine.events.filter(({ name }) => name === 'conversations.opened')).toHaveLength(opened);
    await until('it is thanked for', () => sentTexts(engine).length === 2);
    expect(sentTexts(engine)[1]).toBe('Thank you! That’s great to hear.');
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(HOUR_MS);
    expect(sentTexts(engine)).toHaveLength(2);
    expect(await kinds()).toContain('surveyAnswered');
    expect(await read()).toMatchObject({ status: 'resolved' });
  });

  test.each([
    ['nps', '3', 'honest'],
    ['nps', '8/10', 'better'],
    ['csat', '4', 'great'],
  ] as const)('to %s of %s is thanked for by its score', async (scale, text, word) => {
    const { engine, write } = await askedSurvey(scale);
    await write(text);
    await until('it is thanked for', () => sentTexts(engine).length === 2);
    expect(sentTexts(engine)[1]).toContain(word);
  });

  test('that is no whole number is rounded, and what was said is kept', async () => {
    const { engine, id, get, write } = await askedSurvey('nps');
    await write('7,5');
    expect(await get()).toMatchObject({ score: 8 });
    const { activities } = await engine.call('conversations.get', { id });
    expect(activities.find(({ kind }) => kind === 'surveyAnswered')?.facts).toMatchObject({
      score: 8,
      exact: 7.5,
    });
  });

  test('can be corrected by its person, with history, and later is no correction', async () => {
    const { engine, get, write, read } = await askedSurvey('nps');
    await write('6');
    await write('sorry, I meant 9');
    expect(await get()).toMatchObject({ score: 9, corrections: [{ agent: null, from: 6, to: 9 }] });
    engine.clock.jump(2 * DAY_MS);
    await write('7');
    expect(await get()).toMatchObject({ score: 9 });
    expect(await read()).toMatchObject({ status: 'open' });
  });

  test('can be corrected by an agent, and removed', async () => {
    const { engine, surveyId, get, write } = await askedSurvey();
    await write('2');
    await engine.call('surveys.correct', { id: surveyId, score: 4 });
    expect(await get()).toMatchObject({ state: 'answered', score: 4, confidence: 1 });
    await engine.call('surveys.correct', { id: surveyId, score: null });
    expect(await get()).toMatchObject({ state: 'sent', score: null, answeredAt: null });
    expect((await get()).corrections.map(({ from, to }) => [from, to])).toEqual([
      [2, 4],
      [4, null],
    ]);
    expect((await get()).corrections[0]?.agent).not.toBeNull();
    expect(await engine.fail('surveys.correct', { id: surveyId, score: 6 })).toMatchObject({
      code: 'invalid',
    });
  });
});

test('a score that was removed is in the report of then, and what the person says next in that of now', async () => {
  const { engine, surveyId, get, write } = await askedSurvey();
  const scores = async (known: { asKnownOn?: number } = {}) => {
    const report = await engine.call('reports.surveys', { from: 0, to: Number.MAX_SAFE_INTEGER, ...known });
    const given = report.csat.figures.distribution.filter(({ count }) => count > 0);
    return [report.csat.sent, ...given.map(({ score }) => score)];
  };
  const before = engine.clock.now();
  expect(await scores()).toEqual([1]);
  await write('2');
  const answered = engine.clock.now();
  await engine.clock.advance(HOUR_MS);
  await engine.call('surveys.correct', { id: surveyId, score: null });
  const removed = engine.clock.now();
  expect(await scores()).toEqual([1]);
  await engine.clock.advance(HOUR_MS);
  await write('4 out of 5');
  expect(await get()).toMatchObject({ state: 'answered', score: 4 });
  expect(await scores()).toEqual([1, 4]);
  const asKnownOn = await Promise.all([before, answered, removed].map((at) => scores({ asKnownOn: at })));
  expect(asKnownOn).toEqual([[1], [1, 2], [1]]);
});

test('a score on an agent’s word thanks nobody', async () => {
  const { engine, surveyId, get } = await askedSurvey();
  await engine.call('surveys.correct', { id: surveyId, score: 4 });
  await engine.call('capture.pollNow', {});
  await engine.clock.advance(HOUR_MS);
  expect(sentTexts(engine)).toHaveLength(1);
  expect(await get()).toMatchObject({ state: 'answered', score: 4 });
});

describe('an ordinary message', () => {
  test.each(['Where is order 10?', 'It took 2 days', 'maybe a 4 or a 5'])(
    'such as "%s" goes to the queue at once',
    async (text) => {
      const { get, write, read, engine } = await askedSurvey();
      await write(text);
      expect(await get()).toMatchObject({ state: 'sent', score: null, messageIds: [] });
      expect(await read()).toMatchObject({ status: 'open', unread: 1 });
      expect(sentTexts(engine)).toHaveLength(1);
    },
  );

  test.each([
    ['maybe a 4 or a 5', { doubt: 'range' }],
    ['5 if you refund me', { doubt: 'hedged', score: 5 }],
    ['Where is order 10?', null],
  ] as const)('such as "%s" leaves a trace if it might be a score', async (text, facts) => {
    const { engine, id, surveyId, write } = await askedSurvey();
    await write(text);
    const { activities } = await engine.call('conversations.get', { id });
    const doubts = activities.filter(({ kind }) => kind === 'surveyDoubted').map((one) => one.facts);
    expect(doubts).toMatchObject(facts ? [{ surveyId, scale: 'csat', ...facts }] : []);
  });

  test('after a response goes to the queue, and the response counts', async () => {
    const { get, write, read } = await askedSurvey();
    await write('4');
    await write('By the way, my invoice is wrong again');
    expect(await get()).toMatchObject({ state: 'answered', score: 4 });
    expect(await read()).toMatchObject({ status: 'open', unread: 1 });
  });
});

test('thanks for a score settle nothing that came with it', async () => {
  const { engine, read } = await askedSurvey();
  await engine.clock.advance(2_000);
  engine.control.dm({ from: 'anna', text: '4' });
  await engine.clock.advance(2_000);
  engine.control.dm({ from: 'anna', text: 'By the way, my invoice is wrong again' });
  await engine.call('capture.pollNow', {});
  await until('it is thanked for', () => sentTexts(engine).length === 2);
  expect(await read()).toMatchObject({ status: 'open', unread: 1 });
  expect((await read()).waitingSince).not.toBeNull();
});

describe('"stop"', () => {
  test.each(['STOP', 'Arrêtez de m’envoyer ces messages', 'Stop met deze vragen'])(
    'as "%s" is obeyed at once and confirmed once',
    async (text) => {
      const { engine, id, get, write, read } = await askedSurvey();
      await write(text);
      expect(await reasonsAgainst(engine, id)).toContain('optedOut');
      await until('it is confirmed', () => sentTexts(engine).length === 2);
      await write('STOP');
      await engine.clock.advance(HOUR_MS);
      expect(sentTexts(engine)[1]).toContain('We won’t send you questions');
      expect(sentTexts(engine)).toHaveLength(2);
      expect(await get()).toMatchObject({ state: 'sent', score: null });
      expect(await read()).toMatchObject({ status: 'resolved' });
    },
  );

  test('beside a matter is obeyed and confirmed, and the matter goes to the queue', async () => {
    const { engine, id, write, read } = await askedSurvey();
    await write('STOP. My card was charged twice');
    expect(await reasonsAgainst(engine, id)).toContain('optedOut');
    await until('it is confirmed', () => sentTexts(engine).length === 2);
    expect(await read()).toMatchObject({ status: 'open', unread: 1 });
  });

  test.each([
    ['days after the score', 3],
    ['after the survey has expired', 40],
  ])('%s is obeyed and confirmed once', async (_, days) => {
    const { engine, id, get, write, read } = await askedSurvey();
    if (days < 28) {
      await write('5');
      await until('it is thanked for', () => sentTexts(engine).length === 2);
    }
    const before = sentTexts(engine).length;
    engine.clock.jump(days * DAY_MS);
    await write('stop met deze berichten aub');
    expect(await reasonsAgainst(engine, id)).toContain('optedOut');
    await until('it is confirmed', () => sentTexts(engine).length === before + 1);
    await write('STOP');
    await engine.clock.advance(HOUR_MS);
    expect(sentTexts(engine)).toHaveLength(before + 1);
    expect(sentTexts(engine).at(-1)).toContain('We won’t send you questions');
    expect(await get()).toMatchObject({ score: days < 28 ? 5 : null });
    expect(await read()).toMatchObject({ status: 'resolved', unread: 0 });
  });

  test('of somebody who was never asked, or months ago, is an ordinary message', async () => {
    const { engine, id, write } = await askedSurvey();
    engine.clock.jump(91 * DAY_MS);
    engine.control.dm({ from: 'bob', text: 'STOP' });
    await write('STOP');
    expect(await reasonsAgainst(engine, id)).not.toContain('optedOut');
    const { items } = await engine.call('conversations.list', { view: 'queue' });
    expect(items.map(({ lastMessage }) => lastMessage.text)).toEqual(['STOP', 'STOP']);
    await engine.clock.advance(HOUR_MS);
    expect(sentTexts(engine)).toHaveLength(1);
  });
});

test('a survey expires, and a score after that is an ordinary message', async () => {
  const { engine, get, write, read, kinds } = await askedSurvey();
  engine.clock.jump(28 * DAY_MS);
  await engine.call('capture.pollNow', {});
  await engine.clock.advance(60_000);
  expect(await get()).toMatchObject({ state: 'expired' });
  expect(await kinds()).toContain('surveyExpired');
  await write('5');
  expect(await get()).toMatchObject({ state: 'expired', score: null });
  expect(await read()).toMatchObject({ status: 'resolved' });
});

test('a restart between the response and the thanks thanks once', async () => {
  const { engine, write, get } = await askedSurvey();
  engine.control.addFault({ kind: 'rateLimited', match: { method: 'POST' } });
  await write('5');
  expect(await get()).toMatchObject({ state: 'answered' });
  expect(sentTexts(engine)).toHaveLength(1);
  await engine.restart();
  engine.control.clearFaults();
  await until('it is thanked for', async () => {
    await engine.clock.advance(30_000);
    return sentTexts(engine).length > 1;
  });
  await engine.restart();
  await engine.clock.advance(10 * 60_000);
  expect(sentTexts(engine)).toHaveLength(2);
});

test('nothing of a survey is proposed as a canned response, nor suggested', async () => {
  const { engine, id, write } = await askedSurvey();
  await write('5, great');
  await until('it is thanked for', () => sentTexts(engine).length === 2);
  await engine.call('capture.pollNow', {});
  const db = new Database(join(engine.dir, STORE_FILE), { readonly: true }) as Db;
  const kept = db.prepare('SELECT count(*) FROM messages WHERE conversation_id = ?').pluck().get(id);
  const texts = listUtterances(db, id).map(({ text }) => text);
  db.close();
  expect(kept).toBe(5);
  expect(texts).toEqual([expect.any(String), 'Thanks, all is well']);
});
