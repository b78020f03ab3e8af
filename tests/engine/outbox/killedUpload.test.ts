import { expect, test } from 'vitest';
import { closeStore, openStore } from '#engine/store/open.ts';
import { all } from '#engine/store/sql.ts';
import type { EngineProcess } from '../../../scripts/chaos/engineProcess.ts';
import { AFTER_WAIT_MS, openWorld } from '../../support/mortalEngines.ts';
import { toGif } from '../../support/pictures.ts';
import { until } from '../../support/startTestEngine.ts';
import { largePng } from './support/attach.ts';

async function sendPicture(engine: EngineProcess, conversationId: string, file: Buffer): Promise<void> {
  const added = await engine.call('media.add', { name: 'box', content: file.toString('base64') });
  const attachments = [{ id: added?.id ?? '', altText: 'A box' }];
  const reply = { conversationId, channel: 'public' as const, text: 'See', attachments, undoMs: 0 };
  expect(await engine.call('replies.send', reply)).toMatchObject({ outboxId: expect.any(String) });
}

/** The engine is killed while X has a request of one step, before or after X has carried it out. */
const steps = [
  { step: 'initialize', request: 'POST /2/media/upload/initialize', file: largePng },
  { step: 'append', request: 'POST /2/media/upload/:id/append', file: largePng },
  { step: 'finalize', request: 'POST /2/media/upload/:id/finalize', file: largePng },
  { step: 'status', request: 'GET /2/media/upload', file: toGif([20, 10]) },
].flatMap((each) => (['before', 'after'] as const).map((when) => ({ ...each, when })));

test.each(steps)(
  'a reply goes out once if the engine is killed in $step, $when X did it',
  async ({ step, request, file, when }) => {
    const { dir, start, advance, control } = await openWorld();
    const first = await start();
    const { id: postId } = control.mention({ from: 'anna', text: 'Where is it?' });
    await first.call('capture.pollNow', {});
    const path = step === 'status' ? 'media/upload$' : step;
    const method = step === 'status' ? 'GET' : 'POST';
    control.addFault({ kind: 'timeout', when, match: { method, path } });
    const before = control.state().requests[request] ?? 0;
    await sendPicture(first, `c${postId}`, file);
    await until(`X has a request of ${step}`, () => {
      if (step === 'status') advance(first, 100);
      return (control.state().requests[request] ?? 0) > before;
    });
    await first.kill();
    expect(control.state().sentPosts).toEqual([]);
    control.clearFaults();
    const second = await start();
    await second.call('capture.status', {});
    await until('it is sent', async () => {
      advance(second, AFTER_WAIT_MS / 20);
      return control.state().sentPosts.length > 0;
    });
    await until('the engine knows', async () => {
      const { items = [] } = (await second.call('outbox.list', {})) ?? {};
      return items.every(({ state }) => state === 'sent');
    });
    advance(second, AFTER_WAIT_MS);
    await second.call('capture.pollNow', {});
    expect(control.state().sentPosts).toMatchObject([
      { text: expect.stringContaining('See'), pictures: ['A box'] },
    ]);
    expect(await second.stop()).toBe(true);
    const opened = openStore(dir);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(all(opened.value, 'SELECT name FROM reply_files')).toHaveLength(1);
    expect(all(opened.value, `SELECT state FROM outbox`)).toEqual([{ state: 'sent' }]);
    closeStore(opened.value);
  },
);
