import { describe, expect, test } from 'vitest';
import { PageBody } from '#engine/x/bodies.ts';
import { toPostLookup, toUsers } from '#engine/x/toPage.ts';
import { parent, user } from '../../support/xPages.ts';

describe('toPostLookup', () => {
  const missing = (type: string, id: string) => ({ type, resource_id: id, value: id });
  const lookUp = (errors: unknown) => toPostLookup(PageBody.parse({ data: [parent], errors }));

  test.each(['https://api.x.com', 'https://api.twitter.com'])(
    'tells what is gone by the words of %s',
    (host) => {
      const errors = [
        missing(`${host}/2/problems/resource-not-found`, '1'),
        missing(`${host}/2/problems/not-authorized-for-resource`, '2'),
      ];
      expect(lookUp(errors)).toMatchObject({ posts: [{ id: parent.id }], gone: ['1'], hidden: ['2'] });
    },
  );

  test('takes nothing for gone of which X does not say so', () => {
    const odd = [null, 'text', {}, { resource_id: 5 }, { type: 7, resource_id: '3' }];
    expect(lookUp(odd)).toMatchObject({ gone: [], unreadable: [] });
  });
});

test('toUsers reads the people of a lookup with errors', () => {
  const users = toUsers(PageBody.parse({ data: [user, { id: 1 }], errors: [{ title: 'Not Found Error' }] }));
  expect(users.map((one) => one.handle)).toEqual(['annadv']);
});
