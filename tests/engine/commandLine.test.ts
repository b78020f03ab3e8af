import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseCommand, parseToken } from '#engine/commandLine.ts';

const parse = (line: string) => parseCommand(line.split(' ').filter(Boolean), '/home/mia');

describe('parseCommand', () => {
  test('reads all options', () => {
    expect(parse('--data /tmp/w --x-url http://127.0.0.1:4000/ --agent Mia --poll-seconds 0.5')).toEqual({
      ok: true,
      value: {
        kind: 'run',
        options: {
          dataDir: resolve('/tmp/w'),
          xUrl: 'http://127.0.0.1:4000',
          agentName: 'Mia',
          pollSeconds: 0.5,
        },
      },
    });
  });

  test('needs nothing but the folder', () => {
    expect(parse('--data /tmp/w')).toMatchObject({ value: { options: { xUrl: null, pollSeconds: null } } });
  });

  test('reads a file instead of a workspace, without X', () => {
    expect(parse('--read-only old/perch.sqlite')).toMatchObject({
      value: {
        options: {
          dataDir: resolve('/home/mia/old'),
          readOnly: resolve('/home/mia/old/perch.sqlite'),
          pollSeconds: 0,
        },
      },
    });
  });

  test('resolves a folder from where the command was called', () => {
    expect(parse('--data work/x')).toMatchObject({
      value: { options: { dataDir: resolve('/home/mia/work/x') } },
    });
  });

  test.each(['--help', '--version', '--help --data x'])('understands %s', (line) => {
    expect(parse(line)).toMatchObject({
      ok: true,
      value: { kind: line.startsWith('--help') ? 'help' : 'version' },
    });
  });

  test.each([
    ['', '--data'],
    ['--data', '--data'],
    ['--data w --colour red', '--colour'],
    ['--read-only a.sqlite --data w', '--data'],
    ['--read-only a.sqlite --recover copy', '--recover'],
    ['--read-only=', '--read-only'],
    ['--data w extra', 'extra'],
    ['--data w --poll-seconds soon', 'soon'],
    ['--data w --poll-seconds -1', 'poll-seconds'],
    ['--data w --poll-seconds=', 'poll-seconds'],
    ['--data w --x-url http://example.com', 'http://example.com'],
    ['--data w --x-url ftp://127.0.0.1', 'ftp:'],
    ['--data w --x-url nonsense', 'nonsense'],
    ['--data w --x-url http://127.0.0.1.evil.example', 'evil'],
  ])('rejects "%s" and names what is wrong', (line, named) => {
    const command = parse(line);
    expect(command.ok ? '' : command.error).toContain(named);
  });

  test.each([
    'https://x.example',
    'http://localhost:1',
    'http://[::1]:1',
    'http://127.0.0.1:1',
    'http://127.9.9.9:1',
  ])('accepts X at %s', (url) => {
    expect(parse(`--data w --x-url ${url}`)).toMatchObject({ value: { options: { xUrl: url } } });
  });
});

describe('parseToken', () => {
  test.each([undefined, '', ' \n'])('finds no token in %j', (text) => {
    expect(parseToken(text)).toEqual({ ok: true, value: null });
  });

  test('trims a token', () => {
    expect(parseToken(' abc-123\n')).toEqual({ ok: true, value: 'abc-123' });
  });

  test.each(['two\nlines', 'two words', 'pökel'])('rejects %j without showing it', (text) => {
    const token = parseToken(text);
    expect(token.ok ? '' : token.error).toContain('PERCH_X_TOKEN');
    expect(token.ok ? text : token.error).not.toContain(text);
  });
});
