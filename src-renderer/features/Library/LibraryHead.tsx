import { IconBulb, IconPlus, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { useCommandsAhead } from '../../commands/useCommandsAhead.ts';
import { openNewCanned, proposalsId, useLibrary } from '../../state/library.ts';
import { focusForKeys, useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { counted } from '../../ui/counted.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { pressedKey } from '../../ui/pressedKey.ts';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import shared from '../../ui/shared.module.css';
import { TextField } from '../../ui/TextField.tsx';
import { FileMenu } from './FileMenu.tsx';
import styles from './Library.module.css';
import type { LibraryItems } from './useLibraryItems.ts';
import { useProposals } from './useProposals.ts';

/** The value of the filter that stands for all folders. */
const all = '*';

interface Props {
  readonly folders: LibraryItems['folders'];
}

/** The head of the library: title, the button for a new canned response, search, folder, and only those to be read again. */
export function LibraryHead({ folders }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <header className={`${shared.listHead} ${styles.head}`}>
        <h1 className={shared.placeTitle}>{t('library.title')}</h1>
        <div className={styles.tools}>
          <FileMenu />
          <IconButton
            label={t('library.new')}
            command="library.new"
            icon={<IconPlus size={17} stroke={1.75} />}
            onClick={openNewCanned}
          />
        </div>
      </header>
      <div className={styles.filters}>
        <SearchField />
        {folders.length > 1 && <FolderFilter folders={folders} />}
        <StaleSwitch />
        <ProposalsButton />
      </div>
    </>
  );
}

/** Escape empties it, and leaves it once it is empty. */
function SearchField() {
  const { t } = useTranslation();
  const { query, list } = useLibrary();
  const onKeyDown = (event: KeyboardEvent) => {
    if (pressedKey(event) !== 'Escape') return;
    event.stopPropagation();
    if (query === '') focusForKeys();
    else list({ query: '' });
  };
  return (
    <div className={styles.search}>
      <IconSearch aria-hidden="true" size={15} stroke={1.75} className={shared.fieldIcon} />
      <TextField
        type="search"
        data-library-search
        value={query}
        aria-label={t('library.search')}
        placeholder={t('library.search')}
        onChange={(event) => list({ query: event.target.value })}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

function FolderFilter({ folders }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { folder, list } = useLibrary();
  const named = folders.filter(({ path }) => path !== '');
  return (
    <>
      <span id={id} className={shared.spoken}>
        {t('library.folder')}
      </span>
      <Select
        labelledBy={id}
        value={folder ?? all}
        choices={[
          { value: all, label: t('library.allFolders') },
          ...named.map(({ path, count }) => ({ value: path, label: `${path} (${count})` })),
        ]}
        onChange={(value) => list({ folder: value === all ? null : value })}
      />
    </>
  );
}

/** Opens the proposals; not there while there are none. */
function ProposalsButton() {
  const { t, i18n } = useTranslation();
  const { data, isPending } = useProposals();
  const count = data?.items.length ?? 0;
  useCommandsAhead(['library.proposals'], () => isPending);
  useCommands([{ id: 'library.proposals', when: () => count > 0, run: showProposals }]);
  const isShown = useLibrary((state) => state.selectedId === proposalsId);
  if (count === 0) return null;
  return (
    <Button
      size="small"
      aria-pressed={isShown}
      icon={<IconBulb aria-hidden="true" size={15} stroke={1.75} />}
      onClick={showProposals}
    >
      {t('proposals.shown', counted(count, i18n.language))}
    </Button>
  );
}

function showProposals(): void {
  useLibrary.getState().select(proposalsId);
  useUi.getState().focusOn('conversation');
}

function StaleSwitch() {
  const { t } = useTranslation();
  const id = useId();
  const { isStaleOnly, list } = useLibrary();
  return (
    <div className={styles.switch}>
      <span id={id}>{t('library.staleOnly')}</span>
      <Switch labelledBy={id} checked={isStaleOnly} onChange={(next) => list({ isStaleOnly: next })} />
    </div>
  );
}
