import { beforeEach, describe, expect, it } from 'vitest';
import { defaultPreferences, type Preferences } from '#shared/contract/shell.ts';
import { en } from '#shell/locales/en.ts';
import { createAnnouncer } from '#shell/notifications/announcer.ts';
import type { Notice } from '#shell/notifications/notice.ts';
import { type FakeClock, fakeClock } from '../../support/fakeClock.ts';

const written: Notice = { kind: 'conversations', first: [], count: 2, shared: 'opened' };
const undecided: Notice = { kind: 'replies', first: [], count: 1 };

let clock: FakeClock;
let preferences: Preferences;
let isFocused: boolean;
let happened: string[];

function start() {
  const announcer = createAnnouncer({
    clock,
    preferences: () => preferences,
    texts: () => en,
    isFocused: () => isFocused,
    show: ({ title, body }) => void happened.push(`${title}: ${body}`),
    playSound: () => void happened.push('sound'),
    onQuietOver: () => {
      preferences = { ...preferences, quietUntil: null };
      happened.push('over');
    },
  });
  announcer.update();
  return announcer;
}

beforeEach(() => {
  clock = fakeClock();
  preferences = defaultPreferences;
  isFocused = false;
  happened = [];
});

describe('what calls for attention', () => {
  it('is shown, without a sound at first', () => {
    start().announce(written);
    expect(happened).toEqual(['2 new conversations: Open Perch to see them.']);
  });

  it('is not shown to somebody who looks at the window or wants no notifications', () => {
    isFocused = true;
    start().announce(written);
    isFocused = false;
    preferences = { ...preferences, notifications: false };
    start().announce(written);
    expect(happened).toEqual([]);
  });

  it('sounds for conversations, also in front and without notifications', () => {
    preferences = { ...preferences, sound: true, notifications: false };
    isFocused = true;
    const announcer = start();
    announcer.announce(undecided);
    announcer.announce({ ...written, count: 0 });
    expect(happened).toEqual([]);
    announcer.announce(written);
    expect(happened).toEqual(['sound']);
  });
});

describe('while nothing is to disturb', () => {
  const hour = 3_600_000;
  beforeEach(() => {
    preferences = { ...preferences, sound: true, quietUntil: clock.now() + hour };
  });

  it('everything is held, and one summary without a sound follows', async () => {
    const announcer = start();
    for (const notice of [written, undecided, { kind: 'capReached' } as const, written])
      announcer.announce(notice);
    await clock.advance(hour - 1);
    expect(happened).toEqual([]);
    await clock.advance(1);
    expect(happened).toEqual([
      'over',
      'While you were not disturbed: Monthly cap reached · A reply needs a decision · 4 conversations need you',
    ]);
    announcer.announce(undecided);
    expect(happened).toHaveLength(3);
  });

  it('the end says nothing if nothing was held', async () => {
    start();
    await clock.advance(hour);
    expect(happened).toEqual(['over']);
  });

  it('ending it early shows the summary at once, and a longer time holds on', async () => {
    const announcer = start();
    announcer.announce(written);
    preferences = { ...preferences, quietUntil: clock.now() + 2 * hour };
    announcer.update();
    await clock.advance(hour);
    expect(happened).toEqual([]);
    preferences = { ...preferences, quietUntil: null };
    announcer.update();
    expect(happened).toEqual(['While you were not disturbed: 2 conversations need you']);
    await clock.advance(2 * hour);
    expect(happened).toHaveLength(1);
  });

  it('a time that passed while Perch was closed ends at the start', async () => {
    await clock.advance(2 * hour);
    start();
    expect(happened).toEqual(['over']);
  });
});
