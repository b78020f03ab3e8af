import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors.ts';
import { toDollars } from '../ui/money.ts';
import { toClockTime } from '../ui/time.ts';

/** A failure in words. */
export interface ErrorText {
  /** What happened. */
  readonly what: string;
  /** What is safe. */
  readonly safe: string;
  /** What to do now. */
  readonly todo: string;
}

/** The words for a failure in the language of `t`; every code has them in every language. */
export function toErrorText(error: AppError, t: TFunction, language: string): ErrorText {
  const values = toValues(error, t, language);
  const known = toKnown(error);
  return {
    what: t(`errors.${known}.what`, values),
    safe: t(`errors.${known}.safe`, values),
    todo: t(`errors.${known}.todo`, values),
  };
}

/** The key of the sentences: some codes need more than one set. */
function toKnown(error: AppError) {
  if (error.code === 'rateLimited' && error.resetAt === null) return 'rateLimitedUnknown';
  if (error.code === 'notHeld') return `notHeld.${error.state}` as const;
  return error.code === 'lookAgain' ? error.reason : error.code;
}

/** The words for failures in the language of the window. */
export function useErrorText(): (error: AppError) => ErrorText {
  const { t, i18n } = useTranslation();
  return (error) => toErrorText(error, t, i18n.language);
}

/** Every fact that a sentence may name; empty where the failure has none. */
const noValues = {
  time: '',
  over: '',
  limit: '',
  expected: '',
  found: '',
  detail: '',
  status: '',
  file: '',
  dir: '',
  reason: '',
  path: '',
  reference: '',
} satisfies Record<string, string | number>;
type Values = Record<keyof typeof noValues, string | number>;

function toValues(error: AppError, t: TFunction, language: string): Values {
  return { ...noValues, ...toFacts(error, t, language) };
}

function toFacts(error: AppError, t: TFunction, language: string): Partial<Values> {
  switch (error.code) {
    case 'rateLimited':
      return { time: error.resetAt === null ? '' : toClockTime(error.resetAt, language) };
    case 'postTooLong':
      return { over: error.weightedLength - error.limit, limit: error.limit };
    case 'wrongAccount':
      return { expected: error.expected, found: error.found };
    case 'replyNotAllowed':
    case 'dmNotAllowed':
      return { detail: error.detail };
    case 'refusedByX':
      return { status: error.status, detail: error.detail };
    case 'xFailed':
      return { status: error.status ?? '', detail: error.detail };
    case 'storeFromFuture':
      return { file: error.file };
    case 'storeCorrupt':
    case 'storeUnwritable':
      return { file: error.file, detail: error.detail };
    case 'workspaceInUse':
      return { dir: error.dir };
    case 'loginFailed':
      return { reason: toLoginReason(error.reason, t) };
    case 'invalid':
      return { path: error.path, reason: error.reason };
    case 'bug':
      return { reference: error.reference };
    case 'budgetSpent':
      return { limit: toDollars(error.monthlyCapUsd, language) };
    case 'queryTooLong':
      return { over: error.length - error.limit, limit: error.limit };
    default:
      return noFacts(error.code);
  }
}

/** The failures whose words name no fact; a new code that is missing here needs its facts above. */
type PlainCode =
  | 'lookAgain'
  | 'outcomeUnknown'
  | 'unknownMethod'
  | 'notFound'
  | 'emptyText'
  | 'noPublicPost'
  | 'notHeld'
  | 'wrongState'
  | 'notConnected'
  | 'offline'
  | 'timedOut'
  | 'unauthorised'
  | 'outOfCredits'
  | 'duplicatePost'
  | 'notSent'
  | 'plainTextConsentNeeded'
  | 'engineGone';

const noFacts = (_code: PlainCode): Partial<Values> => ({});

const loginReasons = [
  'portsTaken',
  'wrongAddress',
  'noBrowser',
  'cancelled',
  'waitedTooLong',
  'access_denied',
  'wrongState',
  'noLoginBegun',
  'noCode',
] as const;

/** Why a login failed, in words where they are known, else in the words of X. */
function toLoginReason(reason: string, t: TFunction): string {
  const known = loginReasons.find((each) => each === reason);
  return known ? t(`loginReasons.${known}`) : reason;
}
