import { expect, it } from 'vitest';
import { toChannels } from '#renderer/features/Conversation/composer/toChannels.ts';
import { aMessage } from '../support/message.ts';

const post = aMessage({ id: 'post-1', xId: '1' });
const dm = aMessage({ id: 'dm-2', xId: '2', kind: 'dm' });
const earlier = aMessage({ conversationId: 'c0' });

it.each([
  ['a post', [post], true, { public: null, dm: null, usual: 'public' }],
  ['a post of somebody who takes no DMs', [post], false, { public: null, dm: 'dmsClosed', usual: 'public' }],
  ['only DMs', [dm], null, { public: 'noPublicPost', dm: null, usual: 'dm' }],
  ['a post and then a DM', [post, dm], null, { public: null, dm: null, usual: 'dm' }],
  ['a DM and then a post', [dm, post], null, { public: null, dm: null, usual: 'public' }],
  ['a DM in spite of closed DMs', [dm], false, { public: 'noPublicPost', dm: null, usual: 'dm' }],
  ['only an earlier post', [earlier, dm], null, { public: 'noPublicPost', dm: null, usual: 'dm' }],
  ['a post and an own DM', [post, { ...dm, direction: 'out' as const }], null, { public: null, usual: 'dm' }],
  ['nothing at all', [], false, { public: 'noPublicPost', dm: 'dmsClosed', usual: 'public' }],
])('determines the channels after %s', (_name, messages, receivesDms, expected) => {
  expect(toChannels({ conversationId: 'c1', messages, complete: true, receivesDms })).toMatchObject(expected);
});

it('allows a public reply while older messages are not loaded', () => {
  const channels = toChannels({ conversationId: 'c1', messages: [dm], complete: false, receivesDms: null });
  expect(channels.public).toBeNull();
});

it('lists the posts that can be replied to, without those of third parties', () => {
  const third = aMessage({ id: 'post-9', context: true });
  expect(
    toChannels({ conversationId: 'c1', messages: [third, post], complete: true, receivesDms: null }).posts,
  ).toEqual([post]);
});
