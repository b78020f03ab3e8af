import { expect, test } from 'vitest';
import { mentionsFeed } from '#engine/capture/postFeed.ts';
import type { XPostPage } from '#engine/x/xClient.ts';
import { somePost, testAccount } from '../../support/builders.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { silentX, testEngine } from '../../support/testEngine.ts';

const nothing: XPostPage = {
  posts: [],
  referenced: [],
  users: [],
  unreadable: [],
  newestId: null,
  oldestId: null,
};

/** What a reading that ended above a post that is still there is taken for, by X's pages of what is older. */
function judge(pages: readonly Partial<XPostPage>[]) {
  const sought = somePost({});
  let asked = 0;
  const { ctx } = testEngine(openTestDb(), {
    ...silentX,
    listMentions: async () => ({ ok: true, value: { ...nothing, ...pages[asked++] } }),
    getPosts: async () => ({ ok: true, value: { ...nothing, posts: [sought], gone: [], hidden: [] } }),
  });
  return mentionsFeed(ctx, testAccount).isComplete(sought.id, String(BigInt(sought.id) + 1n));
}

test('a list behind which X shows nothing was cut off', async () => {
  expect(await judge([{}])).toEqual({ ok: true, value: false });
});

test('a list that goes on behind posts that X passes over was not cut off', async () => {
  const older = somePost({});
  expect(await judge([{ nextToken: 'a' }, { nextToken: 'b' }, { posts: [older] }])).toEqual({
    ok: true,
    value: true,
  });
});

test.each<[string, Partial<XPostPage>[]]>([
  ['says nothing of its end', [{ endUnknown: true }]],
  ['holds nothing on page after page', Array.from({ length: 99 }, (_, n) => ({ nextToken: `${n}` }))],
])('nobody knows it where the list %s', async (_, pages) => {
  expect(await judge(pages)).toMatchObject({ ok: false, error: { code: 'xFailed' } });
});
