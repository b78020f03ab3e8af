import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { closeModeration, type Moderation, useModeration } from '../../state/moderation.ts';
import { useUi } from '../../state/ui.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { toPrice } from '../../ui/money.ts';
import { toName, toShownName } from '../../ui/shownName.ts';
import { useBusy } from '../../ui/useBusy.ts';
import styles from './ModerationDialog.module.css';
import { useModerate } from './useModerate.ts';

/** Asks before something is done on X about a post or a person: what it does there, and what it costs. */
export function ModerationDialog() {
  const { t } = useTranslation();
  const { asked, isOpen } = useModeration();
  if (!asked) return null;
  return (
    <Dialog
      open={isOpen}
      onClose={closeModeration}
      title={t(`moderation.${asked.kind}.title`, { name: nameIn(asked) })}
      width={460}
    >
      <Question key={JSON.stringify(asked)} asked={asked} />
    </Dialog>
  );
}

function Question({ asked }: { readonly asked: Moderation }) {
  const { t } = useTranslation();
  const moderate = useModerate();
  const { isBusy, run } = useBusy();
  const [error, setError] = useState<AppError | null>(null);
  const confirm = async () => {
    const failure = await moderate(asked);
    setError(failure);
    if (!failure) closeModeration();
  };
  return (
    <div className={styles.body}>
      {'message' in asked && asked.message.text !== '' && (
        <p className={styles.quote}>
          <Bidi text={asked.message.text} lang={asked.message.lang} />
        </p>
      )}
      <p className={styles.effect}>{t(`moderation.${asked.kind}.effect`, { name: nameIn(asked) })}</p>
      <Price isDeletion={asked.kind === 'delete'} />
      {error && <FailureCard error={error} />}
      <div className={styles.buttons}>
        <Button onClick={closeModeration}>{t('frame.cancel')}</Button>
        {error?.code === 'permissionMissing' && (
          <Button tone="primary" onClick={logInAgain}>
            {t('frame.connectAgain')}
          </Button>
        )}
        <Button
          tone={asked.kind === 'delete' ? 'danger' : 'primary'}
          disabled={isBusy}
          onClick={() => void run(confirm)}
        >
          {isBusy ? t('moderation.busy') : t(`moderation.${asked.kind}.doIt`)}
        </Button>
      </div>
    </div>
  );
}

function Price({ isDeletion }: { readonly isDeletion: boolean }) {
  const { t, i18n } = useTranslation();
  const prices = useEngineQuery('budget.get', {}).data?.prices;
  if (!prices) return null;
  const usd = isDeletion ? prices.deletePost : prices.moderate;
  return <p className={styles.price}>{t('moderation.price', { price: toPrice(usd, i18n.language) })}</p>;
}

function logInAgain(): void {
  closeModeration();
  useUi.getState().show('connect');
}

const nameIn = (asked: Moderation) => ('person' in asked ? toShownName(toName(asked.person)) : '');
