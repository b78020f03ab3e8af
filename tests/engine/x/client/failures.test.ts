import { describe, expect, test } from 'vitest';
import { toAppError, toSendFailure, type XFailure } from '#engine/x/client/failures.ts';

const now = Date.UTC(2026, 10, 23, 9);
const inTenMinutes = now + 600_000;

const answered = (status: number, body: unknown = {}, headers = {}): XFailure => ({
  kind: 'responded',
  status,
  body,
  headers,
});
const problem = (status: number, detail: string, type = 'about:blank') =>
  answered(status, { title: 'Title', detail, type, status });
const limit = (remaining: string, resetAt: number) => ({
  'x-rate-limit-limit': '15',
  'x-rate-limit-remaining': remaining,
  'x-rate-limit-reset': String(resetAt / 1_000),
});
const notSummoned =
  'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author.';
const usageCapped = {
  title: 'UsageCapExceeded',
  detail: 'Usage cap exceeded: Monthly product cap',
  type: 'https://api.twitter.com/2/problems/usage-capped',
};

describe('toAppError', () => {
  test.each<[string, XFailure, object]>([
    ['no connection', { kind: 'unreachable', timedOut: false }, { code: 'offline' }],
    ['no connection in time', { kind: 'unreachable', timedOut: true }, { code: 'timedOut' }],
    ['no answer in time', { kind: 'timedOut' }, { code: 'timedOut' }],
    ['a broken connection', { kind: 'broken', detail: 'x' }, { code: 'xFailed', status: null, detail: 'x' }],
    ['401', problem(401, 'Unauthorized'), { code: 'unauthorised' }],
    ['402', problem(402, 'No credits'), { code: 'outOfCredits' }],
    ['403', problem(403, 'No'), { code: 'refusedByX', status: 403, detail: 'No' }],
    ['404', answered(404, ''), { code: 'refusedByX', status: 404, detail: '' }],
    ['HTML', answered(503, '<html>'), { code: 'xFailed', status: 503, detail: '' }],
    [
      '429 of X v2',
      answered(429, { title: 'Too Many Requests', type: 'about:blank' }, limit('0', inTenMinutes)),
      { code: 'rateLimited', resetAt: inTenMinutes },
    ],
    [
      '429 of the older kind',
      answered(429, { errors: [{ code: 88, message: 'Rate limit exceeded' }] }, limit('0', inTenMinutes)),
      { code: 'rateLimited', resetAt: inTenMinutes },
    ],
    ['a used-up plan', answered(429, usageCapped, limit('39999', inTenMinutes)), { code: 'outOfCredits' }],
    [
      'a used-up plan at another host',
      answered(429, { ...usageCapped, type: 'https://api.x.com/2/problems/usage-capped' }),
      { code: 'outOfCredits' },
    ],
    ['429 without headers', answered(429), { code: 'rateLimited', resetAt: null }],
    [
      '429 with a reset long ago',
      answered(429, {}, limit('0', now - 1)),
      { code: 'rateLimited', resetAt: null },
    ],
    [
      '429 with a reset in years',
      answered(429, {}, limit('0', now + 9e9)),
      { code: 'rateLimited', resetAt: null },
    ],
    [
      '429 for the day',
      answered(
        429,
        {},
        {
          ...limit('3', inTenMinutes),
          'x-user-limit-24hour-remaining': '0',
          'x-user-limit-24hour-reset': String((now + 7_200_000) / 1_000),
        },
      ),
      { code: 'rateLimited', resetAt: now + 7_200_000 },
    ],
    [
      'an invalid request in its own words',
      answered(400, {
        detail: 'One or more parameters to your request was invalid.',
        type: 'https://api.twitter.com/2/problems/invalid-request',
        errors: [{ message: 'The text is too long' }],
      }),
      { code: 'refusedByX', status: 400, detail: 'The text is too long' },
    ],
  ])('reads %s', (_, failure, error) => {
    expect(toAppError(failure, now)).toEqual(error);
  });
});

describe('toSendFailure', () => {
  test.each<[string, XFailure, 'public' | 'dm', string, string]>([
    ['no connection', { kind: 'unreachable', timedOut: false }, 'dm', 'notSent', 'offline'],
    ['no connection in time', { kind: 'unreachable', timedOut: true }, 'dm', 'notSent', 'timedOut'],
    ['no answer in time', { kind: 'timedOut' }, 'public', 'unknown', 'timedOut'],
    ['a cut answer', { kind: 'broken', detail: '' }, 'public', 'unknown', 'xFailed'],
    ['500', answered(500), 'dm', 'unknown', 'xFailed'],
    ['503 in HTML', answered(503, '<html>'), 'public', 'unknown', 'xFailed'],
    ['408', answered(408), 'public', 'unknown', 'xFailed'],
    ['429', answered(429), 'public', 'notSent', 'rateLimited'],
    ['a used-up plan', answered(429, usageCapped), 'public', 'notSent', 'outOfCredits'],
    ['401', answered(401), 'public', 'notSent', 'unauthorised'],
    ['402', answered(402), 'public', 'refused', 'outOfCredits'],
    ['400', problem(400, 'No'), 'public', 'refused', 'refusedByX'],
    ['403 for a stranger', problem(403, notSummoned), 'public', 'refused', 'replyNotAllowed'],
    ['403 for the same text', problem(403, 'duplicate content'), 'public', 'refused', 'duplicatePost'],
    [
      '403 for a closed inbox',
      problem(403, 'You do not have permission to DM one or more participants.'),
      'dm',
      'refused',
      'dmNotAllowed',
    ],
    ['403 for something else', problem(403, 'Your client is suspended'), 'dm', 'refused', 'refusedByX'],
  ])('knows what %s means for an answer', (_, failure, channel, outcome, code) => {
    expect(toSendFailure(failure, channel, now)).toMatchObject({ outcome, error: { code } });
  });
});
