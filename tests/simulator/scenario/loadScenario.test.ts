import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadScenario, parseScenario } from '#simulator/scenario/loadScenario.ts';

const account = { handle: 'harbourhelp', name: 'Harbour Help' };
const people = [
  { handle: 'ann', name: 'Ann' },
  { handle: 'bob', name: 'Bob' },
];

describe('parsing a scenario', () => {
  const post = { kind: 'post', afterMs: 0, from: 'ann', text: 'hi' };
  it.each([
    ['a missing account', {}, 'account'],
    ['an unknown field', { account, colour: 'red' }, 'colour'],
    ['a handle with @', { account: { handle: '@a', name: 'A' } }, 'without @'],
    ['a repeated handle', { account, people: [people[0], people[0]] }, '@ann appears twice'],
    ['an unknown author', { account, events: [post] }, 'events[0]: nobody has the handle @ann'],
    ['an unknown ref', { account, people, events: [{ ...post, replyTo: 'x' }] }, 'no post has the ref "x"'],
    [
      'a repeated ref',
      {
        account,
        people,
        events: [
          { ...post, ref: 'x' },
          { ...post, ref: 'x' },
        ],
      },
      '"x" appears twice',
    ],
    [
      'a reply before its parent',
      {
        account,
        people,
        events: [
          { ...post, ref: 'x' },
          { ...post, afterMs: -1, replyTo: 'x' },
        ],
      },
      'must come before the post that refers to it',
    ],
    [
      'a picture in another folder',
      { account, people, events: [{ ...post, photos: [{ file: '../a.png', width: 1, height: 1 }] }] },
      'without a folder',
    ],
    [
      'a follow-up by an unknown person',
      { account, followUps: [{ handle: 'ann', channel: 'dm', delayMs: 1, texts: ['a'] }] },
      'followUps[0]: nobody',
    ],
  ])('reports %s', (_what, value, sentence) => {
    const parsed = parseScenario(value);
    expect(parsed.ok ? [] : parsed.error).toContainEqual(expect.stringContaining(sentence));
  });

  it('accepts the example in the manual', () => {
    const manual = readFileSync(new URL('../../../docs/simulator.md', import.meta.url), 'utf8');
    const example = /\n {4}\{\n {6}"account"[\s\S]*?\n {4}\}\n/.exec(manual)?.[0] ?? '';
    expect(parseScenario(JSON.parse(example))).toMatchObject({ ok: true });
  });

  it('names a file that cannot be read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'perch-scenario-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'scenario.json');
    expect(loadScenario(path)).toMatchObject({ ok: false, error: [expect.stringContaining(path)] });
    writeFileSync(path, '{"account":');
    expect(loadScenario(path)).toMatchObject({ ok: false, error: [expect.stringContaining(path)] });
    writeFileSync(path, JSON.stringify({ account }));
    expect(loadScenario(path)).toMatchObject({ ok: true, value: { photosDir: join(folder, 'photos') } });
  });
});
