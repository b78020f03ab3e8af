import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Incident, incidentLimits, NoteKind } from '#shared/domain/incident.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { LabelledArea } from '../../ui/TextField.tsx';
import { useBusy } from '../../ui/useBusy.ts';
import styles from './Crisis.module.css';

/** Adds to the log what became known or was decided. */
export function NoteForm({ incident }: { readonly incident: Incident }) {
  const { t } = useTranslation();
  const note = useEngineCommand('crisis.note');
  const { isBusy, run } = useBusy();
  const labelId = useId();
  const [kind, setKind] = useState<NoteKind>('fact');
  const [text, setText] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const noted = await run(() => note({ id: incident.id, kind, text }));
    if (noted?.ok) setText('');
  };
  return (
    <form className={styles.part} onSubmit={(event) => void submit(event)}>
      <div className={styles.line}>
        <span id={labelId} className={styles.heading}>
          {t('crisis.noteKind')}
        </span>
        <Segments
          value={kind}
          labelledBy={labelId}
          choices={NoteKind.options.map((value) => ({ value, label: t(`crisis.kinds.${value}`) }))}
          onChange={setKind}
        />
      </div>
      <LabelledArea
        label={t('crisis.note')}
        value={text}
        maxLength={incidentLimits.note}
        onChange={setText}
      />
      <div className={styles.buttons}>
        <Button type="submit" tone="primary" disabled={isBusy || text.trim() === ''}>
          {t('crisis.addNote')}
        </Button>
      </div>
    </form>
  );
}
