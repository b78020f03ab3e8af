import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors.ts';
import { useEngineStateIfAny } from '../engine/EngineProvider.tsx';
import type { EngineState } from '../engine/engineLink.ts';
import { toDollars } from '../ui/money.ts';
import { toShownName } from '../ui/shownName.ts';
import { toClockTime, toDayAndTime } from '../ui/time.ts';
import { type Of, toLeaked, toName } from './errorName.ts';
import { noSizes, toGifSizes, toSizes } from './fileSizes.ts';
import { toPrivateDataText } from './privateDataText.ts';
import { type KnownSentence, toKnownLoginReason, toKnownSentence } from './xSentences.ts';

/** An error in words. */
export interface ErrorText {
  /** What happened. */
  readonly what: string;
  /** What is safe. */
  readonly safe: string;
  /** What to do now. */
  readonly todo: string;
  /** The part of `what` that is X's own English, where Perch has no sentence of its own for it. */
  readonly quote?: string;
}

/** The words for an error in the language of `t`; every code has them in every language. */
export function toErrorText(
  error: AppError,
  t: TFunction,
  language: string,
  name: ReturnType<typeof toName> | GoneName = toName(error),
): ErrorText {
  const values = toValues(error, t, language);
  const sentence = toSentence(error) ?? name;
  const quote = sentence === name ? toQuote(error) : null;
  return {
    what: t(`errors.${sentence}.what`, values),
    safe: t(`errors.${name}.safe`, values),
    todo: t(`errors.${sentence}.todo`, values),
    ...(quote ? { quote } : {}),
  };
}

/** The entry that says more precisely what X said in its own words; null where X said nothing that Perch knows. */
function toSentence(error: AppError): KnownSentence | null {
  switch (error.code) {
    case 'refusedByX':
    case 'replyNotAllowed':
    case 'dmNotAllowed':
      return toKnownSentence(error.detail);
    default:
      return null;
  }
}

/** What a sentence of Perch quotes of X. */
function toQuote(error: AppError): string | null {
  if (error.code === 'refusedByX') return error.detail;
  return error.code === 'loginFailed' && !toKnownLoginReason(error.reason) ? error.reason : null;
}

/** The entries of `engineGone`. */
type GoneName = 'engineGone' | 'engineBack' | 'engineStopped';

/** The words for errors in the language of the window. */
export function useErrorText(): (error: AppError) => ErrorText {
  const { t, i18n } = useTranslation();
  const gone = toGoneName(useEngineStateIfAny());
  return (error) => toErrorText(error, t, i18n.language, error.code === 'engineGone' ? gone : undefined);
}

function toGoneName(state: EngineState | null): GoneName {
  if (state === 'live') return 'engineBack';
  return state === 'restarting' || state === 'waiting' ? 'engineGone' : 'engineStopped';
}

/** Every fact that a sentence may name; empty where the error has none. */
const noValues = {
  ...noSizes,
  time: '',
  over: '',
  limit: '',
  expected: '',
  found: '',
  detail: '',
  status: '',
  file: '',
  dir: '',
  name: '',
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
    case 'resendDelayed':
      return { time: toClockTime(error.at, language) };
    case 'privateData':
      return { found: toPrivateDataText(error.kinds, t, language) };
    case 'guardRefused':
      return { found: toPrivateDataText(toLeaked(error), t, language) };
    case 'dmTooLong':
    case 'queryTooLong':
    case 'postTooLong':
      return { over: toLength(error) - error.limit, limit: error.limit };
    case 'permissionMissing':
      return { detail: error.scope };
    case 'wrongAccount':
      return { expected: error.expected, found: error.found };
    case 'replyNotAllowed':
    case 'dmNotAllowed':
      return { detail: error.detail };
    case 'refusedByX':
    case 'xFailed':
      return { status: error.status ?? '', detail: error.detail };
    case 'loginFailed':
      return { reason: toLoginReason(error.reason, t) };
    case 'budgetSpent':
      return { limit: toDollars(error.monthlyCapUsd, language) };
    default:
      return toLocalFacts(error, language);
  }
}

type LocalCode =
  | 'storeFromFuture'
  | 'storeUnwritable'
  | 'storeCorrupt'
  | 'storeMissing'
  | 'notRestored'
  | 'storeOnNetwork'
  | 'workspaceInUse'
  | 'notPrinted'
  | 'agentNameTaken'
  | 'tagNameTaken'
  | 'shortcutTaken'
  | CrisisCode
  | 'unfilledVariable'
  | 'notCopied'
  | FileCode
  | 'invalid'
  | 'bug';

type FileCode =
  | 'readOnly'
  | 'copyNotOpened'
  | 'archiveNotRead'
  | 'archiveOfOther'
  | 'backupOfOther'
  | 'archiveImporting'
  | 'tableNotUnderstood'
  | 'fileNotSaved'
  | 'fileNotRead'
  | 'textTooLarge'
  | 'fileTypeNotSupported'
  | 'fileTooLarge'
  | 'gifTooLarge'
  | 'pictureNotReadable'
  | 'tooManyFiles'
  | 'fileRefused';

/** The facts of failures of this computer, and of wrong input. */
function toLocalFacts(error: Of<LocalCode | PlainCode>, language: string): Partial<Values> {
  switch (error.code) {
    case 'storeFromFuture':
    case 'storeUnwritable':
      return { file: error.file };
    case 'storeCorrupt':
    case 'storeMissing':
      return { file: error.file, time: toCopyTime(error.copyAt, language) };
    case 'notRestored':
      return { name: error.name };
    case 'notPrinted':
      return { detail: error.detail };
    case 'storeOnNetwork':
    case 'workspaceInUse':
      return { dir: error.dir };
    case 'agentNameTaken':
    case 'tagNameTaken':
      return { name: toShownName(error.name) };
    case 'shortcutTaken':
      return { name: toShownName(error.shortcut) };
    case 'crisisRunning':
    case 'crisisEnded':
    case 'promiseFrozen':
      return { name: toShownName(error.title) };
    case 'unfilledVariable':
      return { name: error.variables.map((variable) => `{${toShownName(variable)}}`).join(', ') };
    case 'notCopied':
      return { name: toShownName(error.text, 200) };
    case 'invalid':
      return { path: error.path, reason: error.reason };
    case 'bug':
      return { reference: error.reference };
    default:
      return toFileFacts(error, language);
  }
}

/** The facts of failures with files that somebody chose. */
function toFileFacts(error: Of<FileCode | PlainCode>, language: string): Partial<Values> {
  switch (error.code) {
    case 'archiveOfOther':
    case 'backupOfOther':
      return { file: error.file, expected: error.expected, found: error.found };
    case 'fileTypeNotSupported':
    case 'pictureNotReadable':
      return { name: toShownName(error.name) };
    case 'fileTooLarge':
    case 'textTooLarge':
      return toSizes(error, language);
    case 'gifTooLarge':
      return toGifSizes(error, language);
    case 'tooManyFiles':
      return { limit: error.limit };
    case 'fileRefused':
      return { name: toShownName(error.name), detail: error.detail };
    default:
      return 'file' in error ? { file: error.file } : noFacts(error.code);
  }
}

type CrisisCode = 'crisisRunning' | 'crisisEnded' | 'promiseFrozen';

type TooLong = Extract<AppError, { code: 'dmTooLong' | 'queryTooLong' | 'postTooLong' }>;
const toLength = (error: TooLong) => (error.code === 'postTooLong' ? error.weightedLength : error.length);

const toCopyTime = (at: number | null | undefined, language: string) =>
  typeof at === 'number' ? toDayAndTime(at, language) : '';

/** The codes whose words name no fact; a new code that is missing here needs its facts above. */
type PlainCode =
  | 'storeChecking'
  | 'rowDamaged'
  | 'notRecovered'
  | 'lookAgain'
  | 'outcomeUnknown'
  | 'unknownMethod'
  | 'notFound'
  | 'emptyText'
  | 'noPublicPost'
  | 'notHeld'
  | 'wrongState'
  | 'noColleague'
  | 'ownReply'
  | 'conversationChanged'
  | 'notBegun'
  | 'notConnected'
  | 'offline'
  | 'timedOut'
  | 'unauthorised'
  | 'outOfCredits'
  | 'duplicatePost'
  | 'notSent'
  | 'surveyRefused'
  | 'unseenMessages'
  | 'notUndone'
  | 'pictureNotLoaded'
  | 'pictureNotCopied'
  | 'plainTextConsentNeeded'
  | 'engineGone';

const noFacts = (_code: PlainCode): Partial<Values> => ({});

/** Why a login failed: in the language of the window where the reason is known, else quoted from X. */
function toLoginReason(reason: string, t: TFunction): string {
  const known = toKnownLoginReason(reason);
  return known ? t(`loginReasons.${known}`) : t('loginReasons.words', { words: reason });
}
