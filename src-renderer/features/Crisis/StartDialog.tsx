import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incidentLimits } from '#shared/domain/incident.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import shared from '../../ui/shared.module.css';
import { LabelledArea, LabelledField } from '../../ui/TextField.tsx';
import { useBusy } from '../../ui/useBusy.ts';
import styles from './Crisis.module.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The question before crisis mode starts: what it does, what the incident is called, and what people are told. */
export function StartDialog({ open, onClose }: Props) {
  const { t } = useTranslation();
  const first = useRef<HTMLInputElement>(null);
  return (
    <Dialog open={open} onClose={onClose} title={t('crisis.start')} width={480} initialFocus={first}>
      <Question first={first} onClose={onClose} />
    </Dialog>
  );
}

function Question({
  first,
  onClose,
}: Pick<Props, 'onClose'> & { readonly first: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation();
  const { title, setTitle, statement, setStatement, canStart, start } = useStart();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canStart) void start();
  };
  return (
    <form className={`${shared.longForm} ${styles.form}`} onSubmit={submit}>
      <p className={styles.hint}>{t('crisis.effect')}</p>
      <LabelledField
        ref={first}
        label={t('crisis.titleField')}
        hint={t('crisis.titleHint')}
        dir="auto"
        value={title}
        maxLength={incidentLimits.title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <LabelledArea
        label={t('crisis.statement')}
        hint={t('crisis.statementHint')}
        value={statement}
        maxLength={incidentLimits.wording}
        onChange={setStatement}
      />
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('frame.cancel')}</Button>
        <Button type="submit" tone="danger" disabled={!canStart}>
          {t('crisis.start')}
        </Button>
      </div>
    </form>
  );
}

/** What was typed before the start, and what starts. */
function useStart() {
  const send = useEngineCommand('crisis.start');
  const { isBusy, run } = useBusy();
  const hashtag = useOpenHashtag();
  const [typed, setTitle] = useState<string | null>(null);
  const [statement, setStatement] = useState('');
  const title = typed ?? hashtag;
  const start = async () => {
    const text = statement.trim();
    const wordings = text === '' ? [] : [{ language: null, text }];
    const started = await run(() => send({ title, statement: wordings }));
    if (started?.ok) useUi.getState().show('crisis');
  };
  return { title, setTitle, statement, setStatement, canStart: !isBusy && title.trim() !== '', start };
}

/** The hashtag that the posts of a running spike share, as a first title; empty without one. */
function useOpenHashtag(): string {
  const { data } = useEngineQuery('spikes.list', { limit: 1 });
  const spike = data?.items[0];
  return spike?.endedAt === null && spike.hashtag ? `#${spike.hashtag.name}` : '';
}
