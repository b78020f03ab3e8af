import { IconCopy, IconDownload, IconZoomIn } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { pictureAround } from '../../../messages/keptPicture.ts';
import { type KeepOutcome, useKeepPicture } from '../../../messages/useKeepPicture.ts';
import { useSaid } from '../../../state/said.ts';
import { useUi } from '../../../state/ui.ts';
import type { MenuEntry } from '../../../ui/ActionMenu.tsx';
import { toMenuIcon } from '../../../ui/menuIcon.tsx';

/** Returns the entries of a menu for the picture around an element; none outside of pictures. */
export function usePictureEntries(): (on: Element | null) => MenuEntry[] {
  const { t } = useTranslation();
  const keep = useKeepPicture();
  return (on) => {
    const found = pictureAround(on);
    if (!found) return [];
    const { picture, element } = found;
    return [
      { label: t('lightbox.open'), icon: toMenuIcon(IconZoomIn), run: () => element.click() },
      {
        label: t('lightbox.save'),
        icon: toMenuIcon(IconDownload),
        run: () => void keep.save(picture).then(say),
      },
      { label: t('lightbox.copy'), icon: toMenuIcon(IconCopy), run: () => void keep.copy(picture).then(say) },
    ];
  };
}

function say(outcome: KeepOutcome): void {
  if (outcome === null) return;
  if ('error' in outcome) useUi.getState().notify(outcome.error);
  else useSaid.getState().say(outcome.words);
}
