import { describe, expect, test } from 'vitest';
import { err, ok } from '#shared/result.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { openSimulatedX } from '../../../support/openSimulatedX.ts';

const account = '795372667';

describe.each(['old', 'new'] as const)('the client, with the %s names of X', (names) => {
  test('fetches the user of its token', async () => {
    const { x } = await openSimulatedX({ names });
    expect(await x.getMe()).toMatchObject({ ok: true, value: { id: account, handle: 'harbourhelp' } });
  });

  test('reads mentions page by page, only newer ones', async () => {
    const { x, control } = await openSimulatedX({ names });
    const ids = Array.from(
      { length: 7 },
      (_, n) => control.mention({ from: 'anna', text: `Hi ${n} & you` }).id,
    );
    const first = await x.listMentions({ userId: account, maxResults: 5 });
    if (!first.ok) throw new Error(first.error.code);
    expect(first.value.posts.map((post) => post.id)).toEqual(ids.toReversed().slice(0, 5));
    expect(first.value.posts[0]?.text).toBe('@harbourhelp Hi 6 & you');
    const token = first.value.nextToken ?? '';
    const second = await x.listMentions({ userId: account, maxResults: 5, token });
    expect(second.ok && second.value.posts.map((post) => post.id)).toEqual(ids.toReversed().slice(5));
    const newer = await x.listMentions({ userId: account, maxResults: 5, sinceId: ids[5] ?? '' });
    expect(newer.ok && newer.value.posts).toHaveLength(1);
    const none = await x.listMentions({ userId: account, maxResults: 5, sinceId: ids[6] ?? '' });
    expect(none).toMatchObject({ ok: true, value: { posts: [], newestId: null } });
  });

  test('replies to a post and sends a direct message, and finds both again', async () => {
    const { x, control } = await openSimulatedX({ names });
    const mention = control.mention({ from: 'anna', text: 'Hi' });
    const dm = control.dm({ from: 'anna', text: 'Psst' });
    const anna = control.person({ handle: 'anna' });
    const reply = await x.createReply({ text: 'On it', inReplyTo: mention.id });
    const sent = await x.sendDm({ text: 'Hello', participantId: anna.id });
    if (!reply.ok || !sent.ok) throw new Error('not sent');
    const posts = await x.listOwnPosts({ userId: account, maxResults: 100 });
    expect(posts.ok && posts.value.posts[0]).toMatchObject({
      id: reply.value.id,
      references: [{ type: 'replied_to', id: mention.id }],
    });
    const dms = await x.listDmsWith({ participantId: anna.id, maxResults: 100 });
    expect(dms.ok && dms.value.dms.map((one) => [one.id, one.participantId])).toEqual([
      [sent.value.id, anna.id],
      [dm.id, anna.id],
    ]);
  });

  test('looks up people and leaves out those who are gone', async () => {
    const { x, control } = await openSimulatedX({ names });
    const anna = control.person({ handle: 'anna', name: 'Anna' });
    const users = await x.getUsers([anna.id, '1']);
    expect(users.ok && users.value.map((one) => one.handle)).toEqual(['anna']);
  });
});

test('a truncated, unreadable, endless or HTML response to a read is an error, not an empty page', async () => {
  const { x, control } = await openSimulatedX();
  control.mention({ from: 'anna', text: 'Hi' });
  for (const kind of ['truncated', 'malformed', 'endless', 'html'] as const) {
    control.addFault({ kind, match: { method: 'GET' } });
    const page = await x.listMentions({ userId: account, maxResults: 5 });
    expect(page).toMatchObject({ ok: false, error: { code: 'xFailed' } });
  }
});

test('makes no call before the reset that X names', async () => {
  const { x, control, clock } = await openSimulatedX();
  control.addFault({ kind: 'rateLimited', match: { path: 'mentions' } });
  const ask = () => x.listMentions({ userId: account, maxResults: 5 });
  const refused = await ask();
  expect(refused).toMatchObject({ error: { code: 'rateLimited' } });
  expect(await ask()).toEqual(refused);
  expect(control.state().requestLog.filter(({ path }) => path.includes('mentions'))).toHaveLength(1);
  await clock.advance(16 * MINUTE_MS);
  expect(await ask()).toMatchObject({ ok: true });
});

test('retries once with a renewed token after a 401', async () => {
  let token = 'expired';
  const renewed: string[] = [];
  const { x, control } = await openSimulatedX(
    {},
    {
      token: () => ok(token),
      onUnauthorised: async (refused) => {
        renewed.push(refused);
        token = 'demo-token';
        return ok(null);
      },
    },
  );
  const mention = control.mention({ from: 'anna', text: 'Hi' });
  expect(await x.createReply({ text: 'On it', inReplyTo: mention.id })).toMatchObject({ ok: true });
  expect(renewed).toEqual(['expired']);
  expect(control.state().sentPosts).toHaveLength(1);
});

test('does not retry if the token cannot be renewed', async () => {
  const { x, control } = await openSimulatedX({}, { token: () => ok('wrong') });
  expect(await x.getMe()).toEqual({ ok: false, error: { code: 'unauthorised' } });
  expect(control.state().requests['GET /2/users/me']).toBe(1);
});

test('returns why a token could not be renewed, unless X refused it', async () => {
  const trouble = { code: 'xFailed', status: 500, detail: 'over capacity' } as const;
  const broken = { token: () => ok('expired'), onUnauthorised: async () => err(trouble) };
  const { x, control } = await openSimulatedX({}, broken);
  expect(await x.getMe()).toEqual({ ok: false, error: trouble });
  const { id } = control.mention({ from: 'anna', text: 'Hi' });
  expect(await x.createReply({ text: 'On it', inReplyTo: id })).toEqual({
    ok: false,
    error: { outcome: 'notSent', error: trouble },
  });
});

test('makes no call without a login, or for a wrong account', async () => {
  const { x, control } = await openSimulatedX({}, { token: () => err({ code: 'notConnected' }) });
  expect(await x.listDms({ maxResults: 20 })).toEqual({ ok: false, error: { code: 'notConnected' } });
  const wrong = { code: 'wrongAccount', expected: 'a', found: 'b' } as const;
  const other = await openSimulatedX({}, { mayCall: async () => err(wrong) });
  expect(await other.x.sendDm({ text: 'Hi', participantId: '1' })).toEqual({
    ok: false,
    error: { outcome: 'notSent', error: wrong },
  });
  expect([...control.state().requestLog, ...other.control.state().requestLog]).toHaveLength(0);
});
