import { type RefObject, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { isSameHandle } from '#shared/domain/isSameHandle.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { closeErasing, type ToErase, useErasing } from '../../state/erasing.ts';
import { Button } from '../../ui/Button.tsx';
import { counted } from '../../ui/counted.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import shared from '../../ui/shared.module.css';
import { toName, toShownName } from '../../ui/shownName.ts';
import { TextField } from '../../ui/TextField.tsx';
import styles from './EraseDialog.module.css';
import { ErasureResult } from './ErasureResult.tsx';
import { useErase, useErasingShare } from './useErase.ts';

/** Says what is erased about a person, asks for their handle before it is, and afterwards says what was found of them. */
export function EraseDialog() {
  const { t } = useTranslation();
  const { asked, isOpen, isDone } = useErasing();
  const field = useRef<HTMLInputElement>(null);
  if (!asked) return null;
  const name = toShownName(toName(asked.person), 40);
  return (
    <Dialog
      open={isOpen}
      onClose={closeErasing}
      title={isDone ? t('erasing.doneTitle') : t('erasing.title', { name })}
      width={540}
      initialFocus={field}
    >
      <Erasure key={JSON.stringify([asked, isOpen])} asked={asked} field={field} />
    </Dialog>
  );
}

interface ErasureProps {
  readonly asked: ToErase;
  readonly field: RefObject<HTMLInputElement | null>;
}

function Erasure({ asked, field }: ErasureProps) {
  const { person } = asked;
  const { t } = useTranslation();
  const labelId = useId();
  const { data: check } = useEngineQuery('people.eraseCheck', { id: person.id });
  const [typed, setTyped] = useState('');
  const [deletesBackups, setDeletesBackups] = useState(false);
  const { run, isBusy, failure, result } = useErase(asked, deletesBackups);
  const handle = person.handle || person.id;
  const isTyped = isSameHandle(typed.trim(), handle);
  const canErase = isTyped && !isBusy && check !== undefined && !check.isReplyOnItsWay;
  if (result)
    return <ErasureResult result={result} deletesBackups={deletesBackups} before={check?.backups ?? 0} />;
  return (
    <form
      className={shared.question}
      onSubmit={(event) => {
        event.preventDefault();
        if (canErase) void run();
      }}
    >
      {failure && <FailureCard error={failure} />}
      {check?.isReplyOnItsWay && <p className={styles.warning}>{t('erasing.onItsWay')}</p>}
      {check && <WhatGoes check={check} />}
      {check && check.backups > 0 && (
        <Backups count={check.backups} isChecked={deletesBackups} onChange={setDeletesBackups} />
      )}
      <p className={styles.warning}>{t('erasing.final')}</p>
      <label htmlFor={labelId}>{t('account.typeHandle', { handle: toShownName(handle, 24) })}</label>
      <TextField ref={field} id={labelId} value={typed} onChange={({ target }) => setTyped(target.value)} />
      {isBusy && <Progress />}
      <footer className={shared.answers}>
        <Button onClick={closeErasing}>{t(isBusy ? 'erasing.goOn' : 'frame.cancel')}</Button>
        <Button type="submit" tone="danger" disabled={!canErase}>
          {t(isBusy ? 'erasing.busy' : 'erasing.doIt')}
        </Button>
      </footer>
    </form>
  );
}

/** Says how far the search index is written anew. */
function Progress() {
  const { t, i18n } = useTranslation();
  const share = useErasingShare();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(share ?? 0);
  return (
    <p>
      <span role="status">{t('erasing.cannotStop')}</span>{' '}
      {share !== null && <span data-figures>{t('erasing.rewriting', { percent })}</span>}
    </p>
  );
}

const kinds = ['conversations', 'messages', 'notes', 'drafts', 'replies', 'surveys', 'files'] as const;

function WhatGoes({ check: { counts } }: { readonly check: EngineOutput<'people.eraseCheck'> }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <ul className={styles.goes}>
        {kinds
          .filter((kind) => counts[kind] > 0)
          .map((kind) => (
            <li key={kind} data-strong={kind === 'replies' || undefined}>
              {t(`erasing.${kind}`, counted(counts[kind], i18n.language))}
            </li>
          ))}
        <li>{t('erasing.rest')}</li>
      </ul>
      <p>{t('erasing.figures')}</p>
      <p>{t('erasing.stays')}</p>
    </>
  );
}

interface BackupsProps {
  readonly count: number;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

function Backups({ count, isChecked, onChange }: BackupsProps) {
  const { t, i18n } = useTranslation();
  return (
    <div className={styles.backups}>
      <p>{t('erasing.backups', counted(count, i18n.language))}</p>
      <label className={styles.choice}>
        <input type="checkbox" checked={isChecked} onChange={({ target }) => onChange(target.checked)} />
        {t('erasing.deleteBackups')}
      </label>
    </div>
  );
}
