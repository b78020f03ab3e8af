import { useEngineCommand } from '../../engine/hooks.ts';
import { useShell } from '../../shell/ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';

/** Importing an archive of X, and steering its import; errors are shown as notices. */
export interface Archive {
  readonly choose: () => Promise<void>;
  readonly importDropped: (file: File) => Promise<void>;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly cancel: () => void;
}

export function useArchive(): Archive {
  const shell = useShell();
  const importFile = useEngineCommand('archive.import');
  const pause = useEngineCommand('archive.pause');
  const resume = useEngineCommand('archive.resume');
  const cancel = useEngineCommand('archive.cancel');
  const run = async (path: string) => {
    keepFocus();
    await importFile({ path });
  };
  return {
    choose: async () => {
      const chosen = await shell.call('files.chooseArchive', {});
      const error = chosen.ok ? chosen.value.error : chosen.error;
      if (error) useUi.getState().notify(error);
      if (chosen.ok && chosen.value.path !== undefined) await run(chosen.value.path);
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
