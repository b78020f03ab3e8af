import { isTableFile } from '#shared/domain/messageTable.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useShell } from '../../shell/ShellProvider.tsx';
import { useChoosePath } from '../../shell/useChoosePath.ts';
import { showTable } from '../../state/tableImport.ts';
import { useUi } from '../../state/ui.ts';

/** Importing an archive of X or a table, which is shown first, and steering the import; errors are shown as notices. */
export interface Archive {
  readonly choose: () => Promise<void>;
  readonly importDropped: (file: File) => Promise<void>;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly cancel: () => void;
}

/** Imports a file. The next engine goes on with it by itself, and is asked as well in case that it knows nothing of it yet. */
export const useImportFile = () =>
  useEngineCommand('archive.import', { sendsAgain: Number.POSITIVE_INFINITY });

export function useArchive(): Archive {
  const shell = useShell();
  const choosePath = useChoosePath('files.chooseArchive');
  const importFile = useImportFile();
  const pause = useEngineCommand('archive.pause');
  const resume = useEngineCommand('archive.resume');
  const cancel = useEngineCommand('archive.cancel');
  const run = async (path: string) => {
    if (isTableFile(path)) return showTable(path);
    keepFocus();
    await importFile({ path });
  };
  return {
    choose: async () => {
      const path = await choosePath();
      if (path !== null) await run(path);
    },
    importDropped: async (file) => await run(shell.pathOf(file)),
    pause: () => void pause({}),
    resume: () => void resume({}),
    cancel: () => {
      keepFocus();
      void cancel({});
    },
  };
}

// The button that was pressed goes away.
const keepFocus = () => useUi.getState().focusOn('list');
