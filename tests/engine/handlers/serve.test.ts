import { describe, expect, test } from 'vitest';
import type { EngineContext } from '#engine/context/context.ts';
import type { Handlers } from '#engine/handlers/handlers.ts';
import { handlers } from '#engine/handlers/index.ts';
import { createServe } from '#engine/handlers/serve.ts';
import { newIds } from '../../support/newIds.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { startTestEngine } from '../../support/startTestEngine.ts';
import { testEngine } from '../../support/testEngine.ts';

describe('a call', () => {
  test.each([
    ['conversations.list', { view: 'attic' }, 'view', 'attic'],
    ['conversations.list', { view: 'queue', limit: 0 }, 'limit', '0'],
    ['conversations.list', { view: 'queue', colour: 'red' }, 'colour', 'colour'],
    ['conversations.get', {}, 'id', 'string'],
    ['conversations.get', [], '', 'object'],
    ['replies.send', { conversationId: 'c', channel: 'dm', text: 5 }, 'text', '5'],
  ])('%s with %j is rejected by path', async (method, params, path, named) => {
    const engine = await startTestEngine();
    const answer = await engine.engine.handle(method, params);
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', path } });
    expect(JSON.stringify(answer)).toContain(named);
  });

  test.each(['conversations.list', 'capture.status'])(
    '%s rejects parameters nested 5,000 deep',
    async (method) => {
      const engine = await startTestEngine();
      const deep = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`);
      expect(await engine.engine.handle(method, deep)).toEqual({
        ok: false,
        error: { code: 'invalid', path: '', reason: 'is nested more than 64 levels deep' },
      });
    },
  );

  test('does not repeat a rejected secret', async () => {
    const engine = await startTestEngine();
    const answer = await engine.engine.handle('account.useToken', { token: ['canary'] });
    expect(JSON.stringify(answer)).not.toContain('canary');
  });

  test.each(['none', 'toString', '__proto__', ''])('of %j is unknown', async (method) => {
    const engine = await startTestEngine();
    expect(await engine.engine.handle(method, {})).toEqual({
      ok: false,
      error: { code: 'unknownMethod', method },
    });
  });

  test('that comes while or after the engine stops fails with engineGone', async () => {
    const engine = await startTestEngine({ credentials: null });
    const stopping = engine.engine.stop();
    const during = engine.engine.handle('conversations.counts', {});
    await stopping;
    const answers = [await during, await engine.engine.handle('conversations.counts', {})];
    expect(answers).toEqual(Array(2).fill({ ok: false, error: { code: 'engineGone' } }));
    expect(engine.logLines.join()).not.toContain('bug');
  });

  test('that meets a bug gets a reference that is in the log', async () => {
    const { ctx } = testEngine();
    const logged: unknown[] = [];
    const serve = createServe({ ...ctx, log: (...line) => logged.push(line) }, handlers);
    ctx.db.close();
    const answer = await serve('conversations.counts', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'bug', reference: expect.any(String) } });
    const reference = answer.ok || answer.error.code !== 'bug' ? '' : answer.error.reference;
    expect(JSON.stringify(logged)).toContain(reference);
  });
});

describe('a handler that throws', () => {
  test.each([
    ['SQLITE_FULL', 'storeUnwritable'],
    ['SQLITE_READONLY', 'storeUnwritable'],
    ['SQLITE_IOERR_WRITE', 'storeUnwritable'],
    ['SQLITE_CORRUPT', 'storeCorrupt'],
    ['ELSE', 'bug'],
  ])('%s becomes %s', async (thrown, code) => {
    const ctx: Pick<EngineContext, 'db' | 'newId' | 'log'> = {
      db: openTestDb(),
      newId: newIds(),
      log: () => {},
    };
    const broken: Handlers = {
      ...handlers,
      'conversations.counts': () => {
        throw Object.assign(new Error('no'), { code: thrown });
      },
    };
    const serve = createServe(ctx as EngineContext, broken);
    expect(await serve('conversations.counts', {})).toMatchObject({ ok: false, error: { code } });
  });
});
