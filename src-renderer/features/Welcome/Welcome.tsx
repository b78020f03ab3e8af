import { IconBrandX, IconFileSearch, IconPlayerPlay } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recovery } from '#shared/contract/enginePort.ts';
import type { ShellOutput, WorkspaceState } from '#shared/contract/shell.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { RecoveryButtons } from '../../errors/RecoveryButtons.tsx';
import { useShell, useShellState } from '../../shell/ShellProvider.tsx';
import { setAddingAccount, useAddingAccount } from '../../state/addingAccount.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { ConnectForm } from './ConnectForm.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import styles from './Welcome.module.css';

/** Shown while no workspace is open: the demo and the known accounts, each one click away, or a new account. */
export function Welcome({ workspace }: { readonly workspace: WorkspaceState }) {
  const { t } = useTranslation();
  const shell = useShell();
  const isConnecting = useAddingAccount(({ isAdding }) => isAdding);
  const { open, isOpening, failure } = useOpening();
  const shown = failure ?? (workspace.kind === 'failed' ? workspace.error : null);

  const reopen = (recover: Recovery | undefined) => void open(shell.call('workspace.reopen', { recover }));

  if (workspace.kind === 'opening' || isOpening) {
    return (
      <Page>
        <p role="status" className={styles.opening}>
          {t('welcome.opening')}
        </p>
      </Page>
    );
  }
  return (
    <Page>
      {shown && <Failure isTitled={workspace.kind === 'failed'} error={shown} onReopen={reopen} />}
      {isConnecting ? (
        <div className={styles.connect}>
          <ConnectForm isNew />
          <Button tone="quiet" onClick={() => setAddingAccount(false)}>
            {t('welcome.back')}
          </Button>
        </div>
      ) : (
        <Choices
          onOpenAccount={(id) => void open(shell.call('workspace.openAccount', { id }))}
          onOpenDemo={() => void open(shell.call('workspace.openDemo', {}))}
          onConnect={() => setAddingAccount(true)}
          onRead={() => void open(shell.call('workspace.openToRead', {}))}
        />
      )}
    </Page>
  );
}

interface FailureProps {
  readonly isTitled: boolean;
  readonly error: AppError;
  readonly onReopen: (recover: Recovery | undefined) => void;
}

/** Why no workspace is open, and what can be done about it. */
function Failure({ isTitled, error, onReopen }: FailureProps) {
  const { t } = useTranslation();
  return (
    <>
      <FailureCard title={isTitled ? t('welcome.failed') : undefined} error={error} />
      <RecoveryButtons error={error} onChoose={onReopen} />
    </>
  );
}

type Opening = Promise<
  Result<
    ShellOutput<'workspace.openDemo' | 'workspace.openToRead' | 'workspace.openAccount' | 'workspace.reopen'>,
    AppError
  >
>;

/** Tracks the opening of a workspace, and why the last attempt failed. */
function useOpening() {
  const [isOpening, setOpening] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const open = async (opening: Opening) => {
    setOpening(true);
    const result = await opening;
    setOpening(false);
    setFailure(result.ok ? (result.value.error ?? null) : result.error);
  };
  return { open, isOpening, failure };
}

interface ChoicesProps {
  readonly onOpenAccount: (id: string) => void;
  readonly onOpenDemo: () => void;
  readonly onConnect: () => void;
  readonly onRead: () => void;
}

function Choices({ onOpenAccount, onOpenDemo, onConnect, onRead }: ChoicesProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.choices}>
      <Accounts onOpen={onOpenAccount} />
      <Choice
        icon={<IconPlayerPlay size={22} stroke={1.5} />}
        title={t('welcome.demo')}
        hint={t('welcome.demoHint')}
        onPress={onOpenDemo}
      />
      <Choice
        icon={<IconBrandX size={22} stroke={1.5} />}
        title={t('welcome.connect')}
        hint={t('welcome.connectHint')}
        onPress={onConnect}
      />
      <button type="button" className={styles.read} title={t('review.openHint')} onClick={onRead}>
        <IconFileSearch aria-hidden="true" size={16} stroke={1.75} />
        {t('review.open')}
      </button>
    </div>
  );
}

/** The accounts that were connected before. */
function Accounts({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const { accounts = [] } = useShellState();
  return accounts.map(({ id, handle }) => (
    <button key={id} type="button" className={styles.account} onClick={() => onOpen(id)}>
      <Avatar id={id} name={handle} size={34} />
      <span>
        <span className={styles.name}>{t('welcome.open', { handle: toShownName(handle, 24) })}</span>
        <span className={styles.hint}>{t('welcome.openHint')}</span>
      </span>
    </button>
  ));
}

function Page({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <span className={styles.mark}>
          <Mark size={56} />
        </span>
        <h1 className={styles.title}>{t('welcome.title')}</h1>
        <p className={styles.subtitle}>{t('welcome.subtitle')}</p>
        {children}
        <LanguageChoice />
      </div>
    </main>
  );
}

interface ChoiceProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint: string;
  readonly onPress: () => void;
}

function Choice({ icon, title, hint, onPress }: ChoiceProps) {
  return (
    <button type="button" className={styles.choice} onClick={onPress}>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.name}>{title}</span>
      <span className={styles.hint}>{hint}</span>
    </button>
  );
}
