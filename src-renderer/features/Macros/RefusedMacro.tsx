import { IconEyeExclamation, IconLockExclamation } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Warning } from '#shared/guards.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { useEngineQuery } from '../../engine/hooks.ts';
import { toItemsText } from '../../errors/privateDataText.ts';
import { type AskingMacro, askForMacro } from '../../state/macros.ts';
import form from '../../steps/StepForm.module.css';
import { Button } from '../../ui/Button.tsx';
import shared from '../../ui/shared.module.css';
import { toFirstName, toShownName } from '../../ui/shownName.ts';
import { newestPage } from '../../workspace/useHistory.ts';
import { useRunMacro } from '../../workspace/useMacros.ts';
import styles from './Macros.module.css';

/** What the guards say about the reply of a macro, which has changed nothing, and the key that runs it anyway. */
export function RefusedMacro({ asking }: { readonly asking: AskingMacro }) {
  const { t, i18n } = useTranslation();
  const { macro, conversationId, warnings, values } = asking;
  const run = useRunMacro();
  const { data } = useEngineQuery('conversations.get', newestPage(conversationId));
  const name = data ? toFirstName(data.conversation.person) : '…';
  const overrule = () => {
    askForMacro(null);
    void run(macro, conversationId, { values, overrule: warnings.map(({ code }) => code) });
  };
  useCommands([{ id: 'reply.overrule', run: overrule }]);
  return (
    <div className={`${shared.longForm} ${form.form}`}>
      <p className={form.hint}>{t('macros.refusedHint', { name: toShownName(macro.name, 40) })}</p>
      {warnings.map((warning) => (
        <p key={warning.code} className={styles.refused}>
          <GuardIcon warning={warning} />
          <span>{toWords(warning, name, t, i18n.language)}</span>
        </p>
      ))}
      <div className={form.buttons}>
        <Button command="reply.overrule" onClick={overrule}>
          {t('guards.overrule')}
        </Button>
        <Button onClick={() => askForMacro(null)}>{t('frame.cancel')}</Button>
      </div>
    </div>
  );
}

function GuardIcon({ warning }: { readonly warning: Warning }) {
  const Icon = warning.code === 'personalData' ? IconEyeExclamation : IconLockExclamation;
  return <Icon aria-hidden="true" size={15} stroke={1.75} />;
}

/** As the composer says it; the window does not have the text of the reply, so nothing is quoted from it. */
function toWords(warning: Warning, name: string, t: TFunction, language: string): string {
  if (warning.code === 'personalData')
    return t('composer.privateData', { what: toItemsText(warning.items, t, language) });
  return warning.code === 'wrongChannel' && warning.reason !== 'quotesPrivate'
    ? t(`guards.wrongChannel.${warning.reason}`, { name })
    : t('errors.guardRefused.what');
}
