import { expect, test } from 'vitest';
import type { EngineProcess } from '../../../scripts/chaos/engineProcess.ts';
import { AFTER_WAIT_MS, openWorld } from '../../support/mortalEngines.ts';
import { until } from '../../support/startTestEngine.ts';

/** An X, and an engine whose resolved conversation with Anna has a survey that X has. */
async function openAsked() {
  const world = await openWorld();
  const { control, start, advance } = world;
  control.dm({ from: 'anna', text: 'Thanks, all is well' });
  const engine = await start();
  await engine.call('capture.pollNow', {});
  await engine.call('settings.set', { undoSeconds: 0 });
  await engine.call('surveys.updateSettings', { quietFrom: 0, quietTo: 0 });
  const { items = [] } = (await engine.call('conversations.list', { view: 'all' })) ?? {};
  const id = items[0]?.id ?? '';
  await engine.call('conversations.setStatus', { id, status: 'resolved' });
  const { id: surveyId = '' } =
    (await engine.call('surveys.send', { conversationId: id, scale: 'csat' })) ?? {};
  await until('it is asked', async () => {
    advance(engine, 1_000);
    return (await engine.call('surveys.get', { id: surveyId }))?.state === 'sent';
  });
  return { ...world, engine, id, surveyId };
}

type Asked = Awaited<ReturnType<typeof openAsked>>;

/** Kills the engine while X has a request, once it has begun to carry it out or has. */
async function killWithin({ control }: Asked, engine: EngineProcess, request: string, work: () => unknown) {
  const count = () => control.state().requests[request] ?? 0;
  const before = count();
  work();
  await until(`X has a ${request}`, () => count() > before);
  await engine.kill();
  control.clearFaults();
}

/** Lets an engine find out what became of everything, and returns all that can be known of the survey. */
async function settle({ advance, control, id, surveyId }: Asked, engine: EngineProcess) {
  for (let step = 0; step < 4; step += 1) {
    await engine.call('capture.pollNow', {});
    advance(engine, AFTER_WAIT_MS / 4);
  }
  await engine.call('capture.pollNow', {});
  const survey = await engine.call('surveys.get', { id: surveyId });
  const read = await engine.call('conversations.get', { id });
  const commented = read?.activities.filter(({ kind }) => kind === 'surveyCommented').length;
  return { survey, status: read?.conversation.status, commented, sent: control.state().sentDms };
}

const POST_DM = 'POST /2/dm_conversations/with/:id/messages';
const GET_DMS = 'GET /2/dm_events';

/** The first engine dies before or after X has the question for a comment, the second before or after it has captured the comment. */
const deaths = (['before', 'after'] as const).flatMap((question) =>
  (['before', 'after'] as const).map((comment) => ({ question, comment })),
);

test.each(deaths)(
  'a comment counts once and is asked for once, if engines are killed $question X has the question and $comment they have the comment',
  async ({ question, comment }) => {
    const asked = await openAsked();
    const { control, start, engine: first } = asked;
    control.addFault({ kind: 'timeout', when: question, match: { method: 'POST' } });
    control.dm({ from: 'anna', text: '3' });
    await killWithin(asked, first, POST_DM, () => first.call('capture.pollNow', {}));
    const isOnX = question === 'after';
    expect(control.state().sentDms).toHaveLength(isOnX ? 2 : 1);

    control.dm({ from: 'anna', text: 'Faster delivery' });
    const second = await start();
    if (comment === 'after') {
      await second.call('capture.pollNow', {});
      await second.kill();
    } else {
      control.addFault({ kind: 'timeout', when: 'after', match: { method: 'GET', path: 'dm_events' } });
      await killWithin(asked, second, GET_DMS, () => second.call('capture.pollNow', {}));
    }

    const third = await start();
    const { survey, status, commented, sent } = await settle(asked, third);
    expect(survey).toMatchObject({ state: 'answered', score: 3, corrections: [] });
    expect(survey?.comment).toBe(isOnX ? 'Faster delivery' : null);
    expect(commented).toBe(isOnX ? 1 : 0);
    // What is no comment waits for a reply.
    expect(status).toBe(isOnX ? 'resolved' : 'open');
    expect(sent).toHaveLength(isOnX ? 2 : 1);
    expect(await third.stop()).toBe(true);
  },
);
