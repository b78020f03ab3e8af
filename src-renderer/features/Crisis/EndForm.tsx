import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Incident, incidentLimits } from '#shared/domain/incident.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useSaid } from '../../state/said.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirmation, useAsking } from '../../ui/Confirmation.tsx';
import { LabelledArea } from '../../ui/TextField.tsx';
import { useBusy } from '../../ui/useBusy.ts';
import styles from './Crisis.module.css';

interface Props {
  readonly incident: Incident;
  readonly onEnded: () => void;
}

/** Ends crisis mode, with a last word for the log. */
export function EndForm({ incident, onEnded }: Props) {
  const { t } = useTranslation();
  const end = useEngineCommand('crisis.end');
  const { run } = useBusy();
  const asking = useAsking();
  const [text, setText] = useState('');
  const onYes = async () => {
    const ended = await run(() => end({ id: incident.id, text }));
    if (!ended?.ok) return;
    useSaid.getState().say(t('crisis.ended'));
    onEnded();
    useUi.getState().show('crisisPast');
  };
  return (
    <section className={styles.part} aria-label={t('crisis.end')}>
      <LabelledArea
        label={t('crisis.handBack')}
        hint={t('crisis.handBackHint')}
        value={text}
        maxLength={incidentLimits.note}
        onChange={setText}
      />
      {asking.isAsked ? (
        <Confirmation
          asking={asking}
          question={t('crisis.endQuestion')}
          yes={t('crisis.end')}
          className={styles.confirmation}
          onYes={() => void onYes()}
        />
      ) : (
        <div className={styles.buttons}>
          <Button ref={asking.trigger} onClick={asking.ask}>
            {t('crisis.end')}
          </Button>
        </div>
      )}
    </section>
  );
}
