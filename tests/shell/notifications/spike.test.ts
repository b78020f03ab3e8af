import { expect, test } from 'vitest';
import { en } from '#shell/locales/en.ts';
import { toNotification } from '#shell/notifications/toNotification.ts';

test('a spike says how many posts came, and how many usually do', () => {
  expect(toNotification({ kind: 'spike', posts: 47, usual: 3.5 }, en)).toEqual({
    title: 'Many more posts than usual',
    body: '47 posts in 10 minutes, usually 4.',
    target: { kind: 'screen', screen: 'queue' },
  });
});
