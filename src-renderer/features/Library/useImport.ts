import { useTranslation } from 'react-i18next';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useShell } from '../../shell/ShellProvider.tsx';
import { type ChosenImport, showImport } from '../../state/importing.ts';
import { useUi } from '../../state/ui.ts';
import { underWay } from '../../state/underWay.ts';
import { counted } from '../../ui/counted.ts';

/** Returns how a file is chosen and tried, and how one that was tried is imported. */
export function useImport() {
  const { t, i18n } = useTranslation();
  const shell = useShell();
  const importFile = useEngineCommand('library.import');
  return {
    /** Asks for a file and shows what importing it would do; does nothing if that is cancelled. */
    choose: async () => {
      const opened = await shell.call('files.openTable', {});
      const error = opened.ok ? opened.value.error : opened.error;
      if (error) useUi.getState().notify(error);
      if (!opened.ok || !opened.value.file) return;
      const { name, content } = opened.value.file;
      const format = /\.json$/i.test(name) ? 'json' : 'csv';
      const tried = await importFile({ format, content, apply: false });
      if (tried.ok) showImport({ name, format, content, outcome: tried.value });
    },
    /** Imports it, unless the library has changed meanwhile so that there are errors now, which are shown. */
    apply: async (chosen: ChosenImport) => {
      const { format, content } = chosen;
      const done = await underWay(importFile({ format, content, apply: true }));
      if (!done.ok) return;
      const { activityId, created, updated, errors } = done.value;
      showImport(errors.length > 0 ? { ...chosen, outcome: done.value } : null);
      if (activityId === undefined) return;
      const words = t('importing.done', counted(created + updated, i18n.language));
      useUi.getState().did({ libraryActivityId: activityId, words, at: Date.now() });
    },
  };
}
