import type { Catalogue } from '../locales/catalogue.ts';

type ErrorName = Exclude<
  keyof Catalogue['errors'],
  'archiveNotRead' | 'byX' | 'copyNotOpened' | 'notHeld' | 'notUndone'
>;
type ByX = keyof Catalogue['errors']['byX'];
type LoginReason = Exclude<keyof Catalogue['loginReasons'], 'words'>;

/** The catalogue entry under `errors` that says the same as a sentence of X. */
export type KnownSentence = ErrorName | `byX.${ByX}`;

/**
 * The usual sentences of X, in the order in which they are tried. X changes their wording now and then (tweet, post), so each
 * pattern names only what carries the meaning.
 */
const sentences: readonly (readonly [RegExp, KnownSentence])[] = [
  [/duplicate content|already (said|posted) that/i, 'duplicatePost'],
  [/does not have any credits|usage cap exceeded/i, 'outOfCredits'],
  [/not been mentioned or otherwise engaged/i, 'byX.notMentioned'],
  [/deleted or not visible|could not find (tweet|post)|no status found/i, 'byX.postGone'],
  [/restricted who can reply/i, 'byX.repliesRestricted'],
  [/\bblocked\b/i, 'byX.blocked'],
  [/permission to DM|cannot send (direct )?messages to (this|users? who)/i, 'dmNotAllowed'],
  [/user has been suspended/i, 'byX.personSuspended'],
  [/account is suspended/i, 'byX.suspended'],
  [/temporarily locked|unlock your account/i, 'byX.locked'],
  [/might be automated|looks like it.*automated/i, 'byX.automated'],
  [/daily (status update |message )?limit|daily limit/i, 'byX.dailyLimit'],
  [/\bprotected\b|not authorized to (see|view)/i, 'byX.protectedAccount'],
  [/text is too long|bit shorter/i, 'byX.tooLong'],
  [/either text or media must be present|missing required parameter.*text/i, 'byX.emptyPost'],
  [/media ids? .*invalid|attachment.*invalid/i, 'byX.badMedia'],
  [/cashtag/i, 'byX.cashtags'],
  [/access level|subset of x api|attached to a project|app permissions|client-not-enrolled/i, 'byX.noAccess'],
  [/not permitted to perform this action|^forbidden$/i, 'byX.notPermitted'],
  [/^too many requests$|rate limit exceeded/i, 'rateLimitedUnknown'],
  [/^unauthorized$/i, 'unauthorised'],
  [/parameters to your request was invalid|^invalid request$|^bad request$/i, 'byX.badRequest'],
  [/over capacity|service unavailable|internal (server )?error/i, 'xFailed'],
];

/** The entry that says what X says in `detail`, or null for a sentence that Perch does not know. */
export function toKnownSentence(detail: string): KnownSentence | null {
  return sentences.find(([pattern]) => pattern.test(detail))?.[1] ?? null;
}

/** Perch's own reasons, by the name that the engine and the shell give them. */
const ownReasons = [
  'portsTaken',
  'wrongAddress',
  'noBrowser',
  'cancelled',
  'waitedTooLong',
  'wrongState',
  'noLoginBegun',
  'noCode',
  'refused',
] as const satisfies readonly LoginReason[];

/** The OAuth error codes of RFC 6749, and the sentences in which X's token endpoint explains them. */
const oauthReasons: readonly (readonly [RegExp, LoginReason])[] = [
  [/^access_denied$/, 'accessDenied'],
  [/^invalid_scope$/, 'wrongScope'],
  [/^(server_error|temporarily_unavailable)$/, 'xDown'],
  [/^(unauthorized_client|invalid_client)$|\bclient\b/i, 'unknownClient'],
  [/^invalid_grant$|authorization code (was )?(invalid|expired)|code verifier/i, 'codeExpired'],
  [/^(invalid_request|unsupported_response_type|unsupported_grant_type)$|redirect/i, 'wrongRequest'],
];

/** The entry of `loginReasons` for why a login failed, or null for words of X that Perch does not know. */
export function toKnownLoginReason(reason: string): LoginReason | null {
  const own = ownReasons.find((each) => each === reason);
  return own ?? oauthReasons.find(([pattern]) => pattern.test(reason))?.[1] ?? null;
}
