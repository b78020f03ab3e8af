import { useTranslation } from 'react-i18next';
import type { CannedResponse } from '#shared/domain/cannedResponse.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useLibrary } from '../../state/library.ts';
import { focusForKeys, useUi } from '../../state/ui.ts';
import { underWay } from '../../state/underWay.ts';
import { Button } from '../../ui/Button.tsx';

/** Deletes a canned response at once; the toast takes it back. */
export function DeleteCanned({ canned: { id, title } }: { readonly canned: CannedResponse }) {
  const { t } = useTranslation();
  const remove = useEngineCommand('library.delete');
  const onClick = async () => {
    const result = await underWay(remove({ id }));
    if (!result.ok) return;
    const { select, discard } = useLibrary.getState();
    discard(id);
    select(null);
    focusForKeys();
    const words = t('library.deleted', { title });
    useUi.getState().did({ libraryActivityId: result.value.activityId, words, at: Date.now() });
  };
  return (
    <Button tone="quiet" onClick={() => void onClick()}>
      {t('library.delete')}
    </Button>
  );
}
