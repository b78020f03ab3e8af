import { describe, expect, it } from 'vitest';
import { toErrorText } from '#renderer/errors/errorText.ts';
import { createI18n } from '#renderer/i18n/i18n.ts';
import { AppError } from '#shared/errors.ts';

/** One error of each code. */
const failures: readonly AppError[] = [
  { code: 'invalid', path: 'text', reason: 'too long' },
  { code: 'unknownMethod', method: 'x.y' },
  { code: 'notFound', what: 'conversation', id: '1' },
  { code: 'emptyText' },
  { code: 'postTooLong', weightedLength: 300, limit: 280 },
  { code: 'noPublicPost', conversationId: '1' },
  { code: 'notHeld', id: '1', state: 'queued' },
  { code: 'notHeld', id: '1', state: 'sending' },
  { code: 'notHeld', id: '1', state: 'sent' },
  { code: 'notHeld', id: '1', state: 'refused' },
  { code: 'notHeld', id: '1', state: 'unknown' },
  { code: 'wrongState', id: '1', state: 'sent' },
  { code: 'notConnected' },
  { code: 'wrongAccount', expected: 'harbour', found: 'other' },
  { code: 'loginFailed', reason: 'portsTaken' },
  { code: 'offline' },
  { code: 'timedOut' },
  { code: 'rateLimited', resetAt: 0 },
  { code: 'rateLimited', resetAt: null },
  { code: 'unauthorised' },
  { code: 'outOfCredits' },
  { code: 'replyNotAllowed', detail: 'no' },
  { code: 'dmNotAllowed', detail: 'no' },
  { code: 'duplicatePost' },
  { code: 'refusedByX', status: 400, detail: 'bad' },
  { code: 'xFailed', status: 503, detail: 'down' },
  { code: 'outcomeUnknown', looks: 2 },
  { code: 'notSent' },
  { code: 'lookAgain', reason: 'newMessage' },
  { code: 'lookAgain', reason: 'answeredElsewhere' },
  { code: 'lookAgain', reason: 'longWait' },
  { code: 'budgetSpent', monthlyCapUsd: 50 },
  { code: 'queryTooLong', length: 540, limit: 512 },
  { code: 'storeFromFuture', found: 9, known: 1, file: '/data/perch.db' },
  { code: 'storeCorrupt', file: '/data/perch.db', detail: 'bad page' },
  { code: 'storeUnwritable', file: '/data/perch.db', detail: 'full' },
  { code: 'workspaceInUse', dir: '/data', pid: 1 },
  { code: 'plainTextConsentNeeded' },
  { code: 'engineGone' },
  { code: 'bug', reference: 'abc' },
];

describe('toErrorText', () => {
  it('is tested with every error code', () => {
    const known = AppError.options.map((option) => option.shape.code.value);
    expect([...new Set(failures.map(({ code }) => code))].sort()).toEqual([...known].sort());
  });

  it.each(['en', 'nl', 'fr'] as const)(
    'says in %s what happened, what is safe and what to do',
    (language) => {
      const { t } = createI18n(language);
      for (const failure of failures) {
        for (const sentence of Object.values(toErrorText(failure, t, language))) {
          expect(sentence).toMatch(/\S{2}/);
          expect(sentence).not.toMatch(/\{\{|errors\./);
        }
      }
    },
  );

  it('names the facts', () => {
    const { t } = createI18n('en');
    expect(toErrorText({ code: 'postTooLong', weightedLength: 300, limit: 280 }, t, 'en').what).toContain(
      '20',
    );
    expect(toErrorText({ code: 'bug', reference: 'abc' }, t, 'en').todo).toContain('abc');
    expect(toErrorText({ code: 'loginFailed', reason: 'portsTaken' }, t, 'en').what).toContain('in use');
    expect(toErrorText({ code: 'loginFailed', reason: 'a < b & c' }, t, 'en').what).toContain('a < b & c');
  });

  it.each([
    ['queued', 'about to be sent'],
    ['sending', 'being sent right now'],
    ['sent', 'has been sent'],
    ['refused', 'was not sent'],
    ['unknown', 'may be on X'],
  ] as const)('says why a reply that is %s cannot be cancelled', (state, words) => {
    const { t } = createI18n('en');
    const { what, safe } = toErrorText({ code: 'notHeld', id: '1', state }, t, 'en');
    expect(what).toContain(words);
    if (state === 'refused' || state === 'unknown') expect(safe).not.toContain('sent once');
  });
});
