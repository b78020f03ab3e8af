import { describe, expect, it } from 'vitest';
import { toErrorText } from '#renderer/errors/errorText.ts';
import { type KnownSentence, toKnownLoginReason, toKnownSentence } from '#renderer/errors/xSentences.ts';
import { createI18n } from '#renderer/i18n/i18n.ts';
import { Language } from '#shared/domain/language.ts';
import { AppError } from '#shared/errors.ts';

/** One error of each code. */
const failures: readonly AppError[] = [
  { code: 'invalid', path: 'text', reason: 'too long' },
  { code: 'unknownMethod', method: 'x.y' },
  { code: 'notFound', what: 'conversation', id: '1' },
  { code: 'agentNameTaken', name: 'Robin', id: 'a2' },
  { code: 'tagNameTaken', name: 'Refund', id: 't1' },
  { code: 'shortcutTaken', shortcut: 'late', id: 'r1' },
  { code: 'crisisRunning', title: 'Outage' },
  { code: 'crisisEnded', title: 'Outage' },
  { code: 'promiseFrozen', title: 'Refund' },
  { code: 'surveyRefused', reasons: [{ code: 'optedOut' }] },
  { code: 'unfilledVariable', variables: ['orderNumber'] },
  { code: 'notCopied', text: 'http://shop.example/' },
  { code: 'noColleague' },
  { code: 'ownReply' },
  { code: 'conversationChanged', reason: 'newMessage' },
  { code: 'conversationChanged', reason: 'answeredElsewhere' },
  { code: 'emptyText' },
  { code: 'postTooLong', weightedLength: 300, limit: 280 },
  { code: 'noPublicPost', conversationId: '1' },
  { code: 'notUndone', id: '1', reason: 'alreadyUndone' },
  { code: 'notUndone', id: '1', reason: 'changedSince' },
  { code: 'notUndone', id: '1', reason: 'newMessage' },
  { code: 'notUndone', id: '1', reason: 'otherKind' },
  { code: 'notHeld', id: '1', state: 'queued' },
  { code: 'notHeld', id: '1', state: 'sending' },
  { code: 'notHeld', id: '1', state: 'sent' },
  { code: 'notHeld', id: '1', state: 'refused' },
  { code: 'notHeld', id: '1', state: 'unknown' },
  { code: 'wrongState', id: '1', state: 'sent' },
  { code: 'notConnected' },
  { code: 'notBegun' },
  { code: 'wrongAccount', expected: 'harbour', found: 'other' },
  { code: 'loginFailed', reason: 'portsTaken' },
  { code: 'offline' },
  { code: 'timedOut' },
  { code: 'rateLimited', resetAt: 0 },
  { code: 'rateLimited', resetAt: null },
  { code: 'unauthorised' },
  { code: 'outOfCredits' },
  { code: 'fileNotSaved', file: '/a.pdf', detail: 'EACCES' },
  { code: 'fileNotRead', file: '/a.csv', detail: 'EACCES' },
  { code: 'readOnly', file: '/a.sqlite' },
  { code: 'copyNotOpened', file: '/a.sqlite', reason: 'notPerch', detail: '' },
  { code: 'copyNotOpened', file: '/a.sqlite', reason: 'damaged', detail: '' },
  { code: 'copyNotOpened', file: '/a.sqlite', reason: 'newer', detail: '' },
  { code: 'copyNotOpened', file: '/a.sqlite', reason: 'changing', detail: '' },
  { code: 'copyNotOpened', file: '/a.sqlite', reason: 'noRoom', detail: '' },
  { code: 'copyNotOpened', file: '/a.sqlite', reason: 'unreadable', detail: '' },
  { code: 'archiveNotRead', file: '/a.zip', reason: 'notZip', detail: '' },
  { code: 'archiveNotRead', file: '/a.zip', reason: 'noArchive', detail: '' },
  { code: 'archiveNotRead', file: '/a.zip', reason: 'damaged', detail: '' },
  { code: 'archiveNotRead', file: '/a.zip', reason: 'tooLarge', detail: '' },
  { code: 'archiveNotRead', file: '/a.zip', reason: 'changed', detail: '' },
  { code: 'archiveNotRead', file: '/a.csv', reason: 'notText', detail: '' },
  { code: 'archiveNotRead', file: '/a.csv', reason: 'empty', detail: '' },
  { code: 'archiveNotRead', file: '/a.csv', reason: 'tooManyColumns', detail: '' },
  { code: 'archiveNotRead', file: '/a.csv', reason: 'unclosedQuote', detail: '' },
  { code: 'tableNotUnderstood', file: '/a.csv', needs: ['timeZone'] },
  { code: 'archiveOfOther', file: '/a.zip', expected: 'harbour', found: 'other' },
  { code: 'archiveImporting', file: '/a.zip' },
  { code: 'textTooLarge', name: 'a.csv', bytes: 4_194_305, limit: 4_194_304 },
  { code: 'fileTypeNotSupported', name: 'a.mp4', type: 'video/mp4' },
  { code: 'fileTooLarge', name: 'a.png', bytes: 5_242_881, limit: 5_242_880 },
  { code: 'gifTooLarge', name: 'a.gif', width: 640, height: 480, frames: 1_200 },
  { code: 'pictureNotReadable', name: 'a.png' },
  { code: 'tooManyFiles', channel: 'dm', limit: 1, hasGif: false },
  { code: 'fileRefused', name: 'a.gif', detail: 'Unsupported' },
  { code: 'pictureNotLoaded' },
  { code: 'pictureNotCopied' },
  { code: 'notPrinted', detail: 'no printer' },
  { code: 'permissionMissing', scope: 'mute.write' },
  { code: 'replyNotAllowed', detail: 'no' },
  { code: 'dmNotAllowed', detail: 'no' },
  { code: 'duplicatePost' },
  { code: 'refusedByX', status: 400, detail: 'bad' },
  { code: 'xFailed', status: 503, detail: 'down' },
  { code: 'outcomeUnknown', looks: 2 },
  { code: 'resendDelayed', at: 1_764_000_000_000 },
  { code: 'unseenMessages', count: 1 },
  { code: 'dmTooLong', length: 10_001, limit: 10_000 },
  { code: 'privateData', kinds: ['iban', 'phone'] },
  { code: 'guardRefused', warnings: [{ code: 'personalData', items: [{ kind: 'iban', start: 0, end: 9 }] }] },
  {
    code: 'guardRefused',
    warnings: [{ code: 'wrongChannel', suggested: 'dm', reason: 'asksForData', start: 0, end: 9 }],
  },
  { code: 'notSent' },
  { code: 'lookAgain', reason: 'newMessage' },
  { code: 'lookAgain', reason: 'answeredElsewhere' },
  { code: 'lookAgain', reason: 'longWait' },
  { code: 'budgetSpent', monthlyCapUsd: 50 },
  { code: 'queryTooLong', length: 540, limit: 512 },
  { code: 'backupOfOther', file: '/b.sqlite', expected: 'harbourhelp', found: 'other' },
  { code: 'storeOnNetwork', dir: '/mnt/care', drive: 'nfs4' },
  { code: 'storeFromFuture', found: 9, known: 1, file: '/data/perch.db' },
  { code: 'storeCorrupt', file: '/data/perch.db', detail: 'bad page' },
  { code: 'storeCorrupt', file: '/data/perch.db', detail: 'bad page', copyAt: 1_764_000_000_000 },
  { code: 'storeCorrupt', file: '/data/perch.db', detail: 'bad page', reading: true, copyAt: null },
  {
    code: 'storeCorrupt',
    file: '/data/perch.db',
    detail: 'bad page',
    reading: true,
    copyAt: 1_764_000_000_000,
  },
  { code: 'storeCorrupt', file: '/data/perch.db', detail: 'no store', isForeign: true },
  { code: 'storeMissing', file: '/data/perch.db', copyAt: null },
  { code: 'storeMissing', file: '/data/perch.db', copyAt: 1_764_000_000_000 },
  { code: 'storeChecking' },
  { code: 'rowDamaged', file: '/data/perch.db', detail: 'bad JSON' },
  { code: 'notRecovered', file: '/data/perch.db', how: 'copy' },
  { code: 'notRecovered', file: '/data/perch.db', how: 'salvage' },
  { code: 'notRestored', name: 'perch-20261127T144316Z.sqlite' },
  { code: 'storeUnwritable', file: '/data/perch.db', detail: 'full' },
  { code: 'storeUnwritable', file: '/data/perch.db', detail: 'SQLITE_IOERR: no', reading: true },
  { code: 'storeUnwritable', file: '/data/perch.db', detail: 'ENOSPC: no' },
  { code: 'storeUnwritable', file: '/data/perch.db', detail: 'SQLITE_FULL: no', reading: true },
  { code: 'storeUnwritable', file: '/data/perch.db', detail: 'EROFS: no' },
  { code: 'storeUnwritable', file: '/data/perch.db', detail: 'SQLITE_READONLY: no', reading: true },
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

  it('quotes a sentence of X that it does not know, marked as such', () => {
    const { t } = createI18n('fr');
    const text = toErrorText({ code: 'refusedByX', status: 418, detail: 'I am a teapot.' }, t, 'fr');
    expect(text.quote).toBe('I am a teapot.');
    expect(text.what).toContain('«\u202fI am a teapot.\u202f»');
  });

  it('says what a login failed for in the language of the window', () => {
    const { t } = createI18n('nl');
    const text = toErrorText({ code: 'loginFailed', reason: 'unauthorized_client' }, t, 'nl');
    expect(text).toMatchObject({ what: 'Inloggen mislukt: X kent deze client ID niet.' });
    expect(text.quote).toBeUndefined();
  });
});

describe('what X says in English', () => {
  const notMentioned =
    'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.';
  const sentences: readonly (readonly [string, KnownSentence])[] = [
    ['You are not permitted to perform this action.', 'byX.notPermitted'],
    ['Forbidden', 'byX.notPermitted'],
    ['You are not allowed to create a Tweet with duplicate content.', 'duplicatePost'],
    [notMentioned, 'byX.notMentioned'],
    ['You attempted to reply to a Tweet that is deleted or not visible to you.', 'byX.postGone'],
    ['Could not find tweet with id: [20].', 'byX.postGone'],
    ['The original Tweet author restricted who can reply to this Tweet.', 'byX.repliesRestricted'],
    ['You have been blocked from performing this action.', 'byX.blocked'],
    ['You cannot send messages to users you have blocked.', 'byX.blocked'],
    ['You do not have permission to DM one or more participants.', 'dmNotAllowed'],
    ['You cannot send messages to this user.', 'dmNotAllowed'],
    ['You cannot send messages to users who are not following you.', 'dmNotAllowed'],
    ['User has been suspended: [annadv].', 'byX.personSuspended'],
    ['Your account is suspended and is not permitted to access this feature.', 'byX.suspended'],
    [
      'To protect our users from spam and other malicious activity, this account is temporarily locked. Please log in to https://twitter.com to unlock your account.',
      'byX.locked',
    ],
    [
      'This request looks like it might be automated. To protect our users from spam and other malicious activity, we can’t complete this action right now.',
      'byX.automated',
    ],
    ['User is over daily status update limit.', 'byX.dailyLimit'],
    ['Sorry, you are not authorized to see this status.', 'byX.protectedAccount'],
    [
      'Your Tweet text is too long. For more information on how Twitter determines text length see https://github.com/twitter/twitter-text.',
      'byX.tooLong',
    ],
    ['Either text or media must be present.', 'byX.emptyPost'],
    ['Your media IDs are invalid.', 'byX.badMedia'],
    ['A post may hold one cashtag at most.', 'byX.cashtags'],
    [
      'You currently have access to a subset of X API V2 endpoints and limited v1.1 endpoints (e.g. media post, oauth) only. If you need access to this endpoint, you may need a different access level.',
      'byX.noAccess',
    ],
    [
      'When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens from a Twitter developer App that is attached to a Project.',
      'byX.noAccess',
    ],
    ['One or more parameters to your request was invalid.', 'byX.badRequest'],
    ['Too Many Requests', 'rateLimitedUnknown'],
    ['Usage cap exceeded: Monthly product cap', 'outOfCredits'],
    ['Your enrolled account does not have any credits to fulfill this request.', 'outOfCredits'],
    ['Unauthorized', 'unauthorised'],
    ['Service Unavailable', 'xFailed'],
  ];

  it.each(sentences)('is known: %s', (detail, entry) => {
    expect(toKnownSentence(detail)).toBe(entry);
  });

  it.each(Language.options)('is said in %s in words of Perch', (language) => {
    const { t } = createI18n(language);
    const say = (key: string): string => t(key as never);
    for (const [detail, entry] of sentences) {
      const text = toErrorText({ code: 'refusedByX', status: 403, detail }, t, language);
      expect(text.what).not.toContain(detail);
      expect(text).toMatchObject({ what: say(`errors.${entry}.what`), todo: say(`errors.${entry}.todo`) });
      expect(text.quote).toBeUndefined();
    }
  });

  it('makes a refused reply or private message more precise', () => {
    const { t } = createI18n('en');
    const reply = toErrorText({ code: 'replyNotAllowed', detail: notMentioned }, t, 'en');
    expect(reply.what).toContain('mentioned or quoted you');
    const dm = 'You cannot send messages to users you have blocked.';
    expect(toErrorText({ code: 'dmNotAllowed', detail: dm }, t, 'en').what).toContain('blocked');
    expect(toErrorText({ code: 'dmNotAllowed', detail: 'no' }, t, 'en').what).toContain('accept DMs');
  });

  it('leaves the details of other errors alone', () => {
    const { t } = createI18n('en');
    const text = toErrorText({ code: 'storeUnwritable', file: '/w', detail: 'write-protected' }, t, 'en');
    expect(text.what).toContain('/w');
  });

  it.each([
    ['Value passed for the authorization code was invalid.', 'codeExpired'],
    ['Value passed for the redirect uri did not match the uri of the authorization code.', 'wrongRequest'],
    ['Value passed for the code verifier did not match the code challenge.', 'codeExpired'],
    ['Missing valid authorization header', null],
    ['invalid_request', 'wrongRequest'],
    ['unauthorized_client', 'unknownClient'],
    ['invalid_scope', 'wrongScope'],
    ['access_denied', 'accessDenied'],
    ['temporarily_unavailable', 'xDown'],
    ['portsTaken', 'portsTaken'],
  ])('explains a failed login: %s', (reason, entry) => {
    expect(toKnownLoginReason(reason)).toBe(entry);
  });
});
