import { describe, expect, test } from 'vitest';
import { updateDueTimes } from '#engine/conversations/dueTime.ts';
import { tagConversation } from '#engine/conversations/tagConversation.ts';
import { handlers } from '#engine/handlers/index.ts';
import { createServe } from '#engine/handlers/serve.ts';
import { getConversation } from '#engine/store/conversations.ts';
import { insertTag } from '#engine/store/tags.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { testEngine } from '../../support/testEngine.ts';

const targets = (firstReplyMinutes: number, nextReplyMinutes: number | null = null) => ({
  firstReplyMinutes,
  nextReplyMinutes,
});
const vipDms = {
  id: 'l1',
  name: 'DMs of VIPs',
  conditions: { channel: 'dm', isVip: true },
  targets: targets(15),
};
const urgent = { id: 'l2', name: 'Urgent', conditions: { tagIds: ['t1'] }, targets: targets(5, 10) };
const standard = targets(60);

/** Person 1 writes in private, person 2 in public. */
async function begin() {
  const engine = testEngine();
  const serve = createServe(engine.ctx, handlers);
  insertTag(engine.ctx.db, { id: 't1', name: 'urgent', colour: 'red' }, MORNING);
  const call = async (method: string, params: object) => await serve(method, params);
  const set = (levels: readonly object[]) => call('serviceLevels.set', { levels, standard });
  const capture = () =>
    engine.capture([
      someMessage({ xId: '11', personId: '1', kind: 'dm', reason: 'dm', at: MORNING }),
      someMessage({ xId: '21', personId: '2', at: MORNING }),
    ]);
  const read = (id: string) => {
    const conversation = getConversation(engine.ctx.db, id);
    if (conversation === null) throw new Error(`no conversation ${id}`);
    return conversation;
  };
  return { ...engine, call, set, write: capture, read };
}

const dueIn = ({ dueAt }: Conversation) => dueAt !== null && (dueAt - MORNING) / MINUTE_MS;

describe('the level of a conversation', () => {
  test('is the first whose conditions it meets, else the standard one', async () => {
    const { call, set, write, read } = await begin();
    await write();
    await call('people.setVip', { personId: '1', isVip: true });
    await call('people.setVip', { personId: '2', isVip: true });
    await set([vipDms, urgent]);
    expect(read('c11')).toMatchObject({ serviceLevelId: 'l1', dueReply: 'first' });
    expect(dueIn(read('c11'))).toBe(15);
    expect(read('c21')).toMatchObject({ serviceLevelId: null, dueReply: 'first' });
    expect(dueIn(read('c21'))).toBe(60);
  });

  test('counts for a new conversation from the beginning', async () => {
    const { set, call, ctx, read, capture } = await begin();
    await capture([someMessage({ xId: '10', personId: '1', at: MORNING })]);
    await call('people.setVip', { personId: '1', isVip: true });
    await call('conversations.setStatus', { id: 'c10', status: 'resolved' });
    await call('settings.set', { reopenHours: 0 });
    await set([vipDms]);
    await capture([someMessage({ xId: '12', personId: '1', kind: 'dm', at: MORNING + 30 * MINUTE_MS })]);
    expect(read('c12')).toMatchObject({ serviceLevelId: 'l1', dueReply: 'first' });
    updateDueTimes(ctx.db);
    expect(dueIn(read('c12'))).toBe(45);
  });

  test('follows a tag, its removal and its deletion', async () => {
    const { call, set, write, read, ctx } = await begin();
    await write();
    await set([urgent]);
    tagConversation(ctx, { id: 'c21', add: ['t1'], remove: [] });
    expect(dueIn(read('c21'))).toBe(5);
    tagConversation(ctx, { id: 'c21', add: [], remove: ['t1'] });
    expect(dueIn(read('c21'))).toBe(60);
    tagConversation(ctx, { id: 'c21', add: ['t1'], remove: [] });
    await call('tags.delete', { id: 't1' });
    updateDueTimes(ctx.db);
    expect(dueIn(read('c21'))).toBe(60);
  });

  test('follows who is a VIP, also when that is undone, and the channel', async () => {
    const { call, set, write, read, capture } = await begin();
    await write();
    await set([vipDms]);
    const made = await call('people.setVip', { personId: '1', isVip: true });
    expect(dueIn(read('c11'))).toBe(15);
    await call('activities.undo', { id: (made as { value: { activityId: string } }).value.activityId });
    expect(dueIn(read('c11'))).toBe(60);
    await call('people.setVip', { personId: '1', isVip: true });
    await capture([someMessage({ personId: '1', at: MORNING + MINUTE_MS })]);
    expect(read('c11')).toMatchObject({ serviceLevelId: null });
  });

  test('follows the order of the levels and their targets', async () => {
    const { call, set, write, read, ctx } = await begin();
    await write();
    await call('people.setVip', { personId: '1', isVip: true });
    tagConversation(ctx, { id: 'c11', add: ['t1'], remove: [] });
    await set([vipDms, urgent]);
    expect(dueIn(read('c11'))).toBe(15);
    await set([urgent, vipDms]);
    expect(dueIn(read('c11'))).toBe(5);
    await set([{ ...urgent, targets: targets(7) }, vipDms]);
    expect(dueIn(read('c11'))).toBe(7);
  });
});

describe('service levels', () => {
  test('have the setting as their standard target', async () => {
    const { call, set } = await begin();
    await call('settings.set', { responseTargetMinutes: 90 });
    expect(await call('serviceLevels.get', {})).toEqual({
      ok: true,
      value: { levels: [], standard: targets(90) },
    });
    await set([urgent]);
    expect(await call('settings.get', {})).toMatchObject({ value: { responseTargetMinutes: 60 } });
    expect((await call('settings.get', {})) as object).not.toHaveProperty('value.serviceLevels');
  });

  test('get an id, and are kept as they are set', async () => {
    const { call, set } = await begin();
    const { id: _, ...unnamed } = urgent;
    const done = await set([unnamed]);
    expect(done).toMatchObject({ value: { levels: [{ ...unnamed, id: expect.any(String) }] } });
    expect(await call('serviceLevels.get', {})).toEqual(done);
  });

  test.each([
    ['two of one name', [urgent, { ...vipDms, name: 'urgent' }], { code: 'invalid', path: 'levels.1.name' }],
    ['two of one id', [urgent, { ...vipDms, id: 'l2' }], { code: 'invalid', path: 'levels.1.id' }],
    ['an unknown tag', [{ ...urgent, conditions: { tagIds: ['t9'] } }], { code: 'notFound', what: 'tag' }],
    ['no condition', [{ ...urgent, conditions: {} }], { code: 'invalid', path: 'levels.0.conditions' }],
    ['no time', [{ ...urgent, targets: targets(0) }], { code: 'invalid' }],
  ])('are refused with %s', async (_, levels, error) => {
    const { call, set } = await begin();
    expect(await set(levels)).toMatchObject({ ok: false, error });
    expect(await call('serviceLevels.get', {})).toMatchObject({ value: { levels: [] } });
  });

  test('that are damaged count as none', async () => {
    const { ctx, call, set } = await begin();
    await set([urgent]);
    ctx.db.exec(`UPDATE settings SET value = '{"levels":[{}]}' WHERE name = 'serviceLevels'`);
    expect(await call('serviceLevels.get', {})).toMatchObject({ value: { levels: [], standard } });
  });
});
