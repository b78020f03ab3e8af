import { expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';

test('the report counts what came and was done from the start to the end, and nothing else', async () => {
  const engine = await startTestEngine();
  await openConversation(engine, 'anna', 'Before it');
  await engine.clock.advance(MINUTE_MS);
  const { id, startedAt } = await engine.call('crisis.start', { title: 'Payments fail' });
  await engine.clock.advance(MINUTE_MS);
  const bo = await openConversation(engine, 'bo', 'Payment fails');
  await openConversation(engine, 'carl', 'I cannot pay');
  await engine.clock.advance(10 * MINUTE_MS);
  await engine.send(bo.id, 'We are on it, sorry');
  await until('it is sent', () => engine.control.state().sentPosts.length === 1);
  await engine.call('capture.pollNow', {});
  await engine.clock.advance(MINUTE_MS);
  const { endedAt } = await engine.call('crisis.end', { id });
  await engine.clock.advance(MINUTE_MS);
  await openConversation(engine, 'dora', 'After it');
  const report = await engine.call('crisis.report', { id });
  expect(report).toMatchObject({ mentions: 2, replies: 1, conversations: 2, replied: 1 });
  expect(report.incident).toMatchObject({ startedAt, endedAt });
  expect(report.mentionsPerHour.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  expect(report.mentionsPerHour.every(({ at }) => at % (60 * MINUTE_MS) === 0)).toBe(true);
  const median = report.medianFirstReplyMs ?? 0;
  expect(median).toBeGreaterThanOrEqual(10 * MINUTE_MS);
  expect(median).toBeLessThan(11 * MINUTE_MS);
});

test('without anything there is nothing to count', async () => {
  const engine = await startTestEngine();
  const { id } = await engine.call('crisis.start', { title: 'Nothing' });
  expect(await engine.call('crisis.report', { id })).toMatchObject({
    mentions: 0,
    mentionsPerHour: [],
    replied: 0,
    medianFirstReplyMs: null,
  });
  expect(await engine.fail('crisis.report', { id: 'none' })).toMatchObject({
    code: 'notFound',
    what: 'incident',
  });
});

test('the log is exported from its beginning, without formulas', async () => {
  const engine = await startTestEngine();
  const { id } = await engine.call('crisis.start', { title: 'Payments fail' });
  await engine.call('crisis.note', { id, kind: 'fact', text: '=1+1' });
  const { content } = await engine.call('crisis.export', { id });
  const lines = content
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  expect(lines[0]).toContain('at,agent,kind,text,facts');
  expect(lines[1]).toContain(',started,Payments fail,');
  expect(lines[2]).toContain(',fact,');
  expect(lines[2]).not.toMatch(/,=1/);
});

test('the figures follow the log in the same table if they are wanted', async () => {
  const engine = await startTestEngine();
  const { id } = await engine.call('crisis.start', { title: 'Payments fail' });
  await openConversation(engine, 'bo', 'Payment fails');
  await engine.clock.advance(MINUTE_MS);
  await engine.call('crisis.end', { id });
  const log = await engine.call('crisis.export', { id });
  const { content } = await engine.call('crisis.export', { id, withFigures: true });
  expect(content.startsWith(log.content)).toBe(true);
  const report = await engine.call('crisis.report', { id });
  const end = new Date(report.incident.endedAt ?? 0).toISOString();
  expect(content.slice(log.content.length).trim().split(/\r?\n/)).toEqual([
    expect.stringMatching(/:00:00\.000Z,Perch,figure,mentionsInHour,value=1$/),
    `${end},Perch,figure,mentions,value=1`,
    `${end},Perch,figure,replies,value=0`,
    `${end},Perch,figure,conversations,value=1`,
    `${end},Perch,figure,replied,value=0`,
    `${end},Perch,figure,medianFirstReplyMs,value=`,
  ]);
});
