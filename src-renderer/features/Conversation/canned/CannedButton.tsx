import { IconBooks } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../commands/CommandsProvider.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { insertText } from '../../../ui/insertText.ts';

interface Props {
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** Opens the picker of canned responses at the cursor, as typing `/` there does. */
export function CannedButton({ field }: Props) {
  const { t } = useTranslation();
  const open = () => {
    const { current } = field;
    if (!current) return;
    const isInWord = /\S$/u.test(current.value.slice(0, current.selectionStart));
    insertText(current, isInWord ? ' /' : '/');
  };
  useCommands([{ id: 'reply.canned', when: () => field.current !== null, run: open }]);
  return (
    <IconButton
      label={t('library.insertCanned')}
      command="reply.canned"
      icon={<IconBooks size={17} stroke={1.75} />}
      side="top"
      onClick={open}
    />
  );
}
