import { expect, test } from 'vitest';
import { callbackPage } from '#shell/login/callbackPage.ts';

test('says in the person’s language that the login is done, and runs no scripts', () => {
  expect(callbackPage('nl')).toContain('<html lang="nl">');
  expect(callbackPage('nl')).toContain('Je kunt terug naar Perch');
  expect(callbackPage('en')).not.toContain('<script');
});
