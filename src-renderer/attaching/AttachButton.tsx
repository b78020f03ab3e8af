import { IconPhotoPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../commands/CommandsProvider.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { AttachedFiles } from './useAttaching.ts';

/** Opens the system's dialog for pictures. They can be pasted and dropped, too. */
export function AttachButton({ attachments }: { readonly attachments: AttachedFiles }) {
  const { t } = useTranslation();
  useCommands([{ id: 'reply.attach', run: attachments.choose }]);
  return (
    <IconButton
      label={t('attaching.attach')}
      command="reply.attach"
      icon={<IconPhotoPlus size={17} stroke={1.75} />}
      side="top"
      onClick={attachments.choose}
    />
  );
}
