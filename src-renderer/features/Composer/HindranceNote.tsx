import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors.ts';
import { useErrorText } from '../../errorText.ts';
import { useShell } from '../../ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { ChannelIcon } from '../../ui/ChannelBadge.tsx';
import { ErrorWhat } from '../../ui/ErrorWhat.tsx';
import styles from './ComposerNotes.module.css';
import type { OpenAnswer } from './useAnswer.ts';

interface Props {
  readonly answer: OpenAnswer;
  readonly error: AppError;
  readonly onMove: () => void;
}

/** Says before anything is written that X would refuse it here, why, and what can be done instead. */
export function HindranceNote({ answer: { channel, channels, openOnXUrl }, error, onMove }: Props) {
  const { t } = useTranslation();
  const text = useErrorText()(error);
  const shell = useShell();
  const open = async (url: string) => {
    const result = await shell.call('links.open', { url });
    const failure = result.ok ? result.value.error : result.error;
    if (failure) useUi.getState().notify(failure);
  };
  const isPublic = channel === 'public';
  return (
    <div className={styles.hindrance} role="status">
      <p>
        <ErrorWhat text={text} /> {text.todo}
      </p>
      <div className={styles.ways}>
        {isPublic && openOnXUrl !== null && (
          <Button
            size="small"
            icon={<IconExternalLink aria-hidden="true" size={14} stroke={1.75} />}
            onClick={() => void open(openOnXUrl)}
          >
            {t('message.openOnX')}
          </Button>
        )}
        {isPublic && channels.dm === null && (
          <Button size="small" icon={<ChannelIcon channel="dm" />} onClick={onMove}>
            {t('composer.writeDm')}
          </Button>
        )}
      </div>
    </div>
  );
}
