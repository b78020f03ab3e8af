import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { listCommands, useCommandsAhead } from '../../commands/useCommandsAhead.ts';
import { usePaneWidth } from '../../shell/usePaneWidth.ts';
import { newCanned, useLibrary } from '../../state/library.ts';
import { ListSide } from '../../ui/ListSide.tsx';
import { CannedPane } from './CannedPane.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { LibraryHead } from './LibraryHead.tsx';
import { LibraryList } from './LibraryList.tsx';
import { useLibraryCommands } from './useLibraryCommands.ts';
import { useLibraryItems } from './useLibraryItems.ts';

/** The canned responses of the team: the list of a folder or of a search, and the selected one as a form. */
export function LibraryScreen() {
  const { t } = useTranslation();
  const items = useLibraryItems();
  const { select } = useLibrary.getState();
  useLibraryCommands(items);
  useCommandsAhead(listCommands, () => items.isPending);
  useCommands([{ id: 'library.new', run: () => select(newCanned) }]);
  return (
    <>
      <ListSide label={t('library.title')} width={usePaneWidth('listWidth')}>
        <LibraryHead folders={items.folders} />
        <LibraryList items={items} />
      </ListSide>
      <CannedPane folders={items.folders} />
      <ImportDialog />
    </>
  );
}
