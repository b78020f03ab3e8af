import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShellOutput } from '#shared/contract/shell.ts';
import { isSameHandle } from '#shared/domain/isSameHandle.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { useShell, useShellState } from '../../shell/ShellProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import shared from '../../ui/shared.module.css';
import { toShownName } from '../../ui/shownName.ts';
import { TextField } from '../../ui/TextField.tsx';
import { toSize } from '../../ui/toSize.ts';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';
import styles from './AccountDialogs.module.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The account of the open workspace; null in the demo. */
function useAccount() {
  const { workspace } = useShellState();
  return workspace.kind === 'account' ? workspace : null;
}

/** Asks before the login is forgotten, and says that what is stored stays. */
export function LogOutDialog({ open, onClose }: Props) {
  const { t } = useTranslation();
  const shell = useShell();
  const { drafts } = useWorkspace();
  const account = useAccount();
  const cancel = useRef<HTMLButtonElement>(null);
  const { run, isBusy, failure } = useOnce(() => {
    drafts.flush();
    return shell.call('workspace.logOut', {});
  }, onClose);
  const title = t('account.logOutTitle', { handle: toShownName(account?.handle ?? '', 24) });
  return (
    <Dialog open={open && account !== null} onClose={onClose} title={title} width={480} initialFocus={cancel}>
      <div className={shared.question}>
        {failure && <FailureCard error={failure} />}
        <p>{t('account.logOutHint')}</p>
        <footer className={shared.answers}>
          <Button ref={cancel} onClick={onClose}>
            {t('frame.cancel')}
          </Button>
          <Button tone="primary" disabled={isBusy} onClick={run}>
            {t('account.logOut')}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}

/** Says what is deleted with an account and how much that is, and asks for its handle before it is. */
export function RemoveAccountDialog({ open, onClose }: Props) {
  const { t } = useTranslation();
  const account = useAccount();
  const field = useRef<HTMLInputElement>(null);
  const handle = account?.handle ?? '';
  const title = t('account.removeTitle', { handle: toShownName(handle, 24) });
  return (
    <Dialog open={open && account !== null} onClose={onClose} title={title} width={520} initialFocus={field}>
      {account && <Removal id={account.id} handle={handle} field={field} onClose={onClose} />}
    </Dialog>
  );
}

interface RemovalProps {
  readonly id: string;
  readonly handle: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onClose: () => void;
}

function Removal({ id, handle, field, onClose }: RemovalProps) {
  const { t } = useTranslation();
  const shell = useShell();
  const labelId = useId();
  const [typed, setTyped] = useState('');
  const { run, isBusy, failure } = useOnce(() => shell.call('workspace.remove', { id, handle }), onClose);
  const isConfirmed = isSameHandle(typed.trim(), handle);
  return (
    <form
      className={shared.question}
      onSubmit={(event) => {
        event.preventDefault();
        if (isConfirmed && !isBusy) run();
      }}
    >
      {failure && <FailureCard error={failure} />}
      <WhatIsDeleted id={id} />
      <label htmlFor={labelId}>{t('account.typeHandle', { handle: toShownName(handle, 24) })}</label>
      <TextField ref={field} id={labelId} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <footer className={shared.answers}>
        <Button onClick={onClose}>{t('frame.cancel')}</Button>
        <Button type="submit" tone="danger" disabled={!isConfirmed || isBusy}>
          {t(isBusy ? 'account.removing' : 'account.removeForGood')}
        </Button>
      </footer>
    </form>
  );
}

function WhatIsDeleted({ id }: { readonly id: string }) {
  const { t, i18n } = useTranslation();
  const sizes = useSizes(id);
  const { data: outbox } = useEngineQuery('outbox.list', {});
  const unsent = outbox?.items.filter(({ status }) => status.kind !== 'sent').length ?? 0;
  const size = (bytes: number | undefined) => (bytes === undefined ? '…' : toSize(bytes, i18n.language));
  return (
    <>
      <ul className={styles.deleted}>
        <li>{t('account.deletes.workspace', { size: size(sizes?.workspaceBytes) })}</li>
        <li>{t('account.deletes.login')}</li>
        <li>{t('account.deletes.cache', { size: size(sizes?.cacheBytes) })}</li>
        {unsent > 0 && <li className={styles.unsent}>{t('account.deletes.unsent', { count: unsent })}</li>}
      </ul>
      <p>{t('account.removeHint')}</p>
    </>
  );
}

function useSizes(id: string): ShellOutput<'workspace.sizes'> | null {
  const shell = useShell();
  const [sizes, setSizes] = useState<ShellOutput<'workspace.sizes'> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void shell.call('workspace.sizes', { id }).then((result) => {
      if (isCurrent && result.ok) setSizes(result.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [shell, id]);
  return sizes;
}

type Command = () => Promise<Result<ShellOutput<'workspace.logOut' | 'workspace.remove'>, AppError>>;

/** Runs a command of the shell, once at a time, and keeps why it failed. */
function useOnce(command: Command, onDone: () => void) {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const isRunning = useRef(false);
  const run = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    setFailure(null);
    const result = await command();
    const error = result.ok ? (result.value.error ?? null) : result.error;
    setFailure(error);
    // After a success the workspace is gone, and so is this dialog.
    if (error === null) return onDone();
    isRunning.current = false;
    setBusy(false);
  };
  return { run: () => void run(), isBusy, failure };
}
