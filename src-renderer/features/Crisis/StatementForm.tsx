import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Incident, incidentLimits, type StatementWording } from '#shared/domain/incident.ts';
import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { LabelledArea } from '../../ui/TextField.tsx';
import { useBusy } from '../../ui/useBusy.ts';
import styles from './Crisis.module.css';

const emptyWording: StatementWording = { language: null, text: '' };

/** The wordings of the holding statement. What is typed counts once it is saved. */
export function StatementForm({ incident }: { readonly incident: Incident }) {
  const { t } = useTranslation();
  const { wordings, edit, change, canSave, save } = useWordings(incident);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form className={styles.part} aria-label={t('crisis.statement')} onSubmit={submit}>
      <h3 className={styles.heading}>{t('crisis.statement')}</h3>
      <p className={styles.hint}>{t('crisis.statementHint')}</p>
      {wordings.map((wording, index) => (
        <Wording
          // biome-ignore lint/suspicious/noArrayIndexKey: a wording has no identity but its place
          key={index}
          number={index + 1}
          wording={wording}
          onChange={(part) => change(index, part)}
          onRemove={() => edit(wordings.filter((_, at) => at !== index))}
        />
      ))}
      <div className={styles.buttons}>
        <Button
          disabled={wordings.length >= incidentLimits.wordings}
          onClick={() => edit([...wordings, emptyWording])}
        >
          {t('crisis.addWording')}
        </Button>
        <Button type="submit" tone="primary" disabled={!canSave}>
          {t('crisis.saveStatement')}
        </Button>
      </div>
    </form>
  );
}

/** The wordings as they are edited, and what saves those that say something. */
function useWordings({ id, statement }: Incident) {
  const send = useEngineCommand('crisis.setStatement');
  const { isBusy, run } = useBusy();
  const [edited, edit] = useState<readonly StatementWording[] | null>(null);
  const wordings = edited ?? (statement.length > 0 ? statement : [emptyWording]);
  const change = (at: number, part: Partial<StatementWording>) =>
    edit(wordings.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const save = async () => {
    const written = wordings.filter(({ text }) => text.trim() !== '');
    const done = await run(() => send({ id, statement: written }));
    if (done?.ok) edit(null);
  };
  return { wordings, edit, change, canSave: !isBusy && edited !== null, save };
}

interface WordingProps {
  readonly number: number;
  readonly wording: StatementWording;
  readonly onChange: (part: Partial<StatementWording>) => void;
  readonly onRemove: () => void;
}

function Wording({ number, wording, onChange, onRemove }: WordingProps) {
  const { t } = useTranslation();
  const labelId = useId();
  return (
    <div className={styles.part}>
      <LabelledArea
        label={t('crisis.wording', { number })}
        value={wording.text}
        maxLength={incidentLimits.wording}
        onChange={(text) => onChange({ text })}
      />
      <div className={styles.line}>
        <span id={labelId} className={styles.hint}>
          {t('library.language')}
        </span>
        <Select
          value={wording.language ?? 'any'}
          labelledBy={labelId}
          choices={[
            { value: 'any', label: t('library.anyLanguage') },
            ...ReplyLanguage.options.map((value) => ({ value, label: t(`crisis.languages.${value}`) })),
          ]}
          onChange={(value) => onChange({ language: value === 'any' ? null : value })}
        />
        <IconButton
          label={t('crisis.removeWording', { number })}
          icon={<IconTrash size={14} />}
          onClick={onRemove}
        />
      </div>
    </div>
  );
}
