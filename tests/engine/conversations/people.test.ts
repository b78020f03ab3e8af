import { expect, test } from 'vitest';
import { peopleHandlers } from '#engine/handlers/people.ts';
import { withPeople } from './support.ts';

test('people.get returns a person with conversations and counts', async () => {
  const { ctx, ids } = await withPeople(2);
  expect(peopleHandlers['people.get'](ctx, { id: '2' })).toMatchObject({
    value: {
      person: { id: '2', handle: 'person2', followers: null },
      conversationCount: 1,
      messageCount: 1,
      conversations: [{ id: ids[1] }],
    },
  });
});

test('people.get fails for an unknown person', async () => {
  const { ctx } = await withPeople(2);
  expect(peopleHandlers['people.get'](ctx, { id: '9' })).toMatchObject({
    error: { code: 'notFound', what: 'person' },
  });
});
