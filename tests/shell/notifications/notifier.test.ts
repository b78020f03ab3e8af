import { EventEmitter } from 'node:events';
import { beforeEach, expect, test } from 'vitest';
import type { Target } from '#shell/notifications/notice.ts';
import { createNotifier, type NativeContent } from '#shell/notifications/notifier.ts';

/** A notification of the operating system that shows nothing. */
class FakeNotification extends EventEmitter {
  isShown = false;
  readonly content: NativeContent;

  constructor(content: NativeContent) {
    super();
    this.content = content;
  }

  show(): void {
    this.isShown = true;
  }

  close(): void {
    this.isShown = false;
    this.emit('close');
  }
}

let created: FakeNotification[];
let clicks: string[];

beforeEach(() => {
  created = [];
  clicks = [];
});

function show(platform: NodeJS.Platform, ids: readonly string[], title = 'Anna <3', body = 'R&D <3'): void {
  const notifier = createNotifier({
    platform,
    isSilent: () => true,
    create: (content) => {
      const notification = new FakeNotification(content);
      created.push(notification);
      return notification;
    },
  });
  for (const id of ids) {
    const target: Target = { kind: 'conversation', id };
    notifier.show({ title, body, target }, () => void clicks.push(id));
  }
}

test.each([
  ['linux', 'R&amp;D &lt;3'],
  ['darwin', 'R&D <3'],
  ['win32', 'R&D <3'],
] as const)('on %s the body is %s and the title stays as it is', (platform, body) => {
  show(platform, ['c1']);
  expect(created.map(({ content }) => content)).toEqual([{ title: 'Anna <3', body, silent: true }]);
});

test('escapes what is escaped already, and tags', () => {
  show('linux', ['c1'], 'Anna', '<b>1 &amp; 2</b> <a href="https://evil.test">');
  expect(created[0]?.content.body).toBe(
    '&lt;b&gt;1 &amp;amp; 2&lt;/b&gt; &lt;a href="https://evil.test"&gt;',
  );
});

test('acts once for each shown notification, however often Windows delivers its activation', () => {
  show('win32', ['c1', 'c2']);
  for (const notification of [...created, ...created]) notification.emit('click');
  expect(clicks).toEqual(['c1', 'c2']);
});

test('replaces an earlier notification about the same', () => {
  show('linux', ['c1', 'c2', 'c1']);
  expect(created.map(({ isShown }) => isShown)).toEqual([false, true, true]);
});

test('does nothing where the system has no notifications', () => {
  const notifier = createNotifier({ platform: 'linux', isSilent: () => true, create: () => null });
  const target: Target = { kind: 'screen', screen: 'costs' };
  expect(() => notifier.show({ title: 'a', body: 'b', target }, () => {})).not.toThrow();
});
