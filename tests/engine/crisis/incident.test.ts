import { expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

const start = (engine: TestEngine, title = 'Website down') => engine.call('crisis.start', { title });
const running = async (engine: TestEngine) => (await engine.call('crisis.get', {})).running;
const switchTo = async (engine: TestEngine, name: string) => {
  const { agents } = await engine.call('agents.list', {});
  const known = agents.find((agent) => agent.name === name);
  const { id } = known ?? (await engine.call('agents.add', { name }));
  await engine.call('agents.switch', { id });
};
const kindsOf = async (engine: TestEngine, id: string) =>
  (await engine.call('crisis.log', { id })).items.map(({ kind }) => kind);

test('crisis mode is off until somebody starts it, and survives a restart', async () => {
  const engine = await startTestEngine();
  expect(await running(engine)).toBeNull();
  const statement = [{ language: null, text: 'We are looking into it.' }];
  const { id, startedAt } = await engine.call('crisis.start', { title: 'Website down', statement });
  expect(startedAt).toBe(engine.clock.now());
  await engine.restart();
  expect(await running(engine)).toMatchObject({
    id,
    title: 'Website down',
    endedAt: null,
    statement,
    roles: {},
  });
  expect(await kindsOf(engine, id)).toEqual(['statementChanged', 'started']);
});

test('of two who start at once one starts it, and the other is told', async () => {
  const engine = await startTestEngine();
  const [first, second] = await Promise.all([
    engine.engine.handle('crisis.start', { title: 'Website down' }),
    engine.engine.handle('crisis.start', { title: 'Site is gone' }),
  ]);
  expect(first.ok).toBe(true);
  expect(second).toEqual({ ok: false, error: { code: 'crisisRunning', title: 'Website down' } });
  expect((await engine.call('crisis.list', {})).items).toHaveLength(1);
});

test('the log says what was known when, who decided, and what was changed', async () => {
  const engine = await startTestEngine();
  await switchTo(engine, 'Sam');
  const { id } = await start(engine);
  await engine.clock.advance(MINUTE_MS);
  await engine.call('crisis.note', { id, kind: 'fact', text: 'The database is full.' });
  await switchTo(engine, 'Kim');
  await engine.call('crisis.note', { id, kind: 'decision', text: 'No refunds today.' });
  await engine.call('crisis.setRole', { id, role: 'lead', agent: 'Sam' });
  await engine.call('crisis.setStatement', { id, statement: [{ language: 'en', text: 'Sorry.' }] });
  const { items, total } = await engine.call('crisis.log', { id });
  expect(total).toBe(5);
  expect(items.toReversed()).toMatchObject([
    { kind: 'started', agent: 'Sam', text: 'Website down' },
    { kind: 'fact', agent: 'Sam', text: 'The database is full.' },
    { kind: 'decision', agent: 'Kim', text: 'No refunds today.' },
    { kind: 'roleGiven', agent: 'Kim', facts: { role: 'lead', agent: 'Sam' } },
    { kind: 'statementChanged', agent: 'Kim', text: 'Sorry.' },
  ]);
  expect((await running(engine))?.roles).toMatchObject({ lead: { name: 'Sam' } });
});

test('what is as it was already is not noted', async () => {
  const engine = await startTestEngine();
  const { id } = await start(engine);
  await engine.call('crisis.setStatement', { id, statement: [] });
  await engine.call('crisis.setRole', { id, role: 'log', agent: null });
  expect(await kindsOf(engine, id)).toEqual(['started']);
});

test('a role is taken back, and an agent whom nobody knows gets none', async () => {
  const engine = await startTestEngine();
  await switchTo(engine, 'Sam');
  const { id } = await start(engine);
  await engine.call('crisis.setRole', { id, role: 'lead', agent: 'Sam' });
  await engine.call('crisis.setRole', { id, role: 'lead', agent: null });
  expect((await running(engine))?.roles).toEqual({});
  expect(await engine.fail('crisis.setRole', { id, role: 'lead', agent: 'Nobody' })).toEqual({
    code: 'notFound',
    what: 'agent',
    id: 'Nobody',
  });
});

test('what has ended can be read and not changed', async () => {
  const engine = await startTestEngine();
  const { id } = await start(engine);
  const ended = await engine.call('crisis.end', { id, text: 'All is well.' });
  expect(ended.endedAt).toBe(engine.clock.now());
  expect(await running(engine)).toBeNull();
  expect(await kindsOf(engine, id)).toEqual(['ended', 'surveysHeldBack', 'started']);
  const error = { code: 'crisisEnded', title: 'Website down' };
  expect(await engine.fail('crisis.note', { id, kind: 'fact', text: 'More' })).toEqual(error);
  expect(await engine.fail('crisis.end', { id })).toEqual(error);
  expect((await start(engine, 'Again')).id).not.toBe(id);
});

test('a clock that is set back keeps the order of the log and ends nothing before it began', async () => {
  const engine = await startTestEngine();
  const { id, startedAt } = await start(engine);
  engine.clock.jump(-60 * MINUTE_MS);
  await engine.call('crisis.note', { id, kind: 'fact', text: 'Later' });
  expect((await engine.call('crisis.end', { id })).endedAt).toBe(startedAt);
  expect((await kindsOf(engine, id)).toReversed()).toEqual(['started', 'fact', 'surveysHeldBack', 'ended']);
});

test('the handle of an erased person leaves the log', async () => {
  const engine = await startTestEngine();
  engine.control.mention({ from: 'anna', text: 'It is down' });
  await engine.call('capture.pollNow', {});
  const { id } = await start(engine);
  await engine.call('crisis.note', { id, kind: 'fact', text: '@Anna saw it first, annabel later' });
  await engine.call('people.erase', { id: engine.control.person({ handle: 'anna' }).id, handle: 'anna' });
  const [entry] = (await engine.call('crisis.log', { id })).items;
  expect(entry?.text).toBe('@… saw it first, annabel later');
});
