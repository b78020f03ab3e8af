import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { counted } from '../../ui/counted.ts';
import { toDollars } from '../../ui/money.ts';
import { useBusy } from '../../ui/useBusy.ts';
import styles from './Archive.module.css';

/** How many people are known by their id only, and the button that looks them up on X for the price it names. */
export function UnknownPeople() {
  const { t, i18n } = useTranslation();
  const { data, refetch } = useEngineQuery('archive.unknownPeople', {});
  const { isRunning, result, run } = useLookUp(() => void refetch());
  if (!data || (data.people === 0 && !result)) return null;
  const { people, usd, affordable } = data;
  const of = (count: number) => counted(count, i18n.language);
  const price = toDollars((usd / Math.max(people, 1)) * affordable, i18n.language);
  return (
    <div className={styles.report}>
      {people > 0 && (
        <div className={styles.offer}>
          <p className={styles.words}>
            {t('archive.unknown', of(people))}
            {affordable < people && ` ${t('archive.affordable', of(affordable))}`}
          </p>
          <Button size="small" disabled={isRunning || affordable === 0} onClick={() => run(affordable)}>
            {t('archive.lookUp', { ...of(affordable), price })}
          </Button>
        </div>
      )}
      {result && (
        <p role="status" className={styles.words}>
          {t('archive.lookedUp', of(result.found))}
        </p>
      )}
      {result?.error && <FailureCard error={result.error} />}
    </div>
  );
}

function useLookUp(onEnd: () => void) {
  const lookUp = useEngineCommand('archive.lookUp');
  const { isBusy: isRunning, run } = useBusy();
  const [result, setResult] = useState<EngineOutput<'archive.lookUp'> | null>(null);
  const start = async (most: number) => {
    // A disabled button loses the focus.
    useUi.getState().focusOn('list');
    const response = await lookUp({ most });
    if (response.ok) setResult(response.value);
    onEnd();
  };
  return { isRunning, result, run: (most: number) => void run(() => start(most)) };
}
