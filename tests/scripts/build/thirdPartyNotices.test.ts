import { expect, test } from 'vitest';
import { findMisplaced, toThirdPartyNotices } from '../../../scripts/build/thirdPartyNotices.ts';

const react = { name: 'react', version: '19.0.0', identifier: 'MIT', text: 'Copyright (c) Meta' };
const conf = { name: 'conf', version: '15.0.0', identifier: 'MIT', text: 'Copyright (c) Sindre Sorhus' };

test('lists each package once, by name, with its licence', () => {
  const [, first, second, ...more] = toThirdPartyNotices([react, conf, react]).split(/^-{80}$/m);
  expect(first?.trim()).toBe('conf 15.0.0 (MIT)\n\nCopyright (c) Sindre Sorhus');
  expect(second?.trim()).toBe('react 19.0.0 (MIT)\n\nCopyright (c) Meta');
  expect(more).toEqual([]);
});

test('lists both versions of a package that is bundled twice', () => {
  const text = toThirdPartyNotices([react, { ...react, version: '18.0.0' }]);
  expect(text).toContain('react 18.0.0 (MIT)');
  expect(text).toContain('react 19.0.0 (MIT)');
});

test('refuses a package without a licence text', () => {
  const { text: _, ...without } = react;
  expect(() => toThirdPartyNotices([conf, without])).toThrow('react 19.0.0 has no licence text');
});

test('takes the licence of the same authors for a package that was published without the file', () => {
  const scroll = { name: 'react-remove-scroll', version: '2.7.0', text: 'Copyright (c) Anton' };
  const text = toThirdPartyNotices([scroll, { name: 'react-remove-scroll-bar', version: '2.3.8' }]);
  expect(text).toContain('react-remove-scroll-bar 2.3.8\n\nCopyright (c) Anton');
});

test('finds a bundled package that is a development dependency, by its version', () => {
  const locked = {
    'node_modules/react': { version: '19.0.0', dev: true },
    'node_modules/conf': { version: '10.0.0', dev: true },
    'node_modules/electron-store/node_modules/conf': { version: '15.0.0' },
  };
  expect(findMisplaced([react, conf], locked)).toEqual(['react']);
});
