import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { listCommands, useCommandsAhead } from '../../commands/useCommandsAhead.ts';
import { ListAndDetail } from '../../shell/ListAndDetail.tsx';
import { useShownOf } from '../../shell/usePanes.ts';
import { openNewCanned, proposalsId, useLibrary } from '../../state/library.ts';
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
  const selectedId = useLibrary((state) => state.selectedId);
  useLibraryCommands(items);
  useCommandsAhead(listCommands, () => items.isPending);
  useCommands([{ id: 'library.new', run: openNewCanned }]);
  return (
    <>
      <ListAndDetail
        listLabel={t('library.title')}
        list={
          <>
            <LibraryHead folders={items.folders} />
            <LibraryList items={items} />
          </>
        }
        detailLabel={t(selectedId === proposalsId ? 'proposals.title' : 'library.form')}
        shown={useShownOf(selectedId !== null)}
      >
        <CannedPane folders={items.folders} />
      </ListAndDetail>
      <ImportDialog />
    </>
  );
}
