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

/** Whether a list that ended above an existing post is complete, given X's pages of what is older. */
function judge(pages: readonly Partial<XPostPage>[]) {
  const known = somePost({});
  let calls = 0;
  const { ctx } = testEngine(openTestDb(), {
    ...silentX,
    listMentions: async () => ({ ok: true, value: { ...nothing, ...pages[calls++] } }),
    getPosts: async () => ({ ok: true, value: { ...nothing, posts: [known], gone: [], hidden: [] } }),
  });
  return mentionsFeed(ctx, testAccount).isComplete(known.id, String(BigInt(known.id) + 1n));
}

test('a list below which X shows nothing was cut off', async () => {
  expect(await judge([{}])).toEqual({ ok: true, value: false });
});

test('a list that continues below invisible posts was not cut off', async () => {
  const older = somePost({});
  expect(await judge([{ nextToken: 'a' }, { nextToken: 'b' }, { posts: [older] }])).toEqual({
    ok: true,
    value: true,
  });
});

test.each<[string, Partial<XPostPage>[]]>([
  ['does not say whether it ends', [{ endUnknown: true }]],
  ['has only empty pages', Array.from({ length: 99 }, (_, n) => ({ nextToken: `${n}` }))],
])('completeness is unknown if the list %s', async (_, pages) => {
  expect(await judge(pages)).toMatchObject({ ok: false, error: { code: 'xFailed' } });
});
