import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors.ts';
import { type ErrorText, toErrorText } from '../../errors/errorText.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { toKnownLoginReason } from '../../errors/xSentences.ts';

/** Why an account could not be connected, and the remedy: nobody has replies that wait or a login that was lost yet. */
export function ConnectFailure({ error }: { readonly error: AppError }) {
  const { t, i18n } = useTranslation();
  return <FailureCard error={error} text={toConnectText(error, t, i18n.language)} />;
}

const own = ['offline', 'timedOut', 'xFailed', 'unauthorised', 'outOfCredits', 'notConnected'] as const;

function toConnectText(error: AppError, t: TFunction, language: string): ErrorText {
  const usual = toErrorText(error, t, language);
  const safe = t('connect.safe');
  if (error.code === 'loginFailed') {
    const reason = toKnownLoginReason(error.reason) ?? 'words';
    return { ...usual, safe, todo: t(`connect.todo.${reason}`) };
  }
  const code = own.find((each) => each === error.code);
  if (!code) return { ...usual, safe };
  return { what: t(`connect.failures.${code}.what`), safe, todo: t(`connect.failures.${code}.todo`) };
}
