import { describe, expect, test } from 'vitest';
import { nativeBinding } from '#engine/store/nativeBinding.ts';

describe('the build of SQLite', () => {
  test.each([
    ['its own where Node is new enough', { napi: 10, node: '24.0.0', binding: undefined }, {}],
    ['its own also where another is named', { napi: 10, node: '24.0.0', binding: '/a.node' }, {}],
    [
      'the named one for an older Node',
      { napi: 9, node: '20.0.0', binding: '/a.node' },
      { nativeBinding: '/a.node' },
    ],
  ])('is %s', (_, runtime, value) => {
    expect(nativeBinding('store', runtime)).toEqual({ ok: true, value });
  });

  test('is missing on an older Node, with the reason', () => {
    const result = nativeBinding('store', { napi: 9, node: '20.1.0', binding: undefined });
    expect(result).toMatchObject({ ok: false, error: { code: 'storeUnwritable' } });
    expect(JSON.stringify(result)).toContain('Node.js 20.1.0 is too old');
  });
});
