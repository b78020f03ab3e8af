import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { pressedKey } from '../../ui/pressedKey.ts';
import { readMoment } from '../../ui/readMoment.ts';
import shared from '../../ui/shared.module.css';
import { LabelledField } from '../../ui/TextField.tsx';
import { toMoment } from '../../ui/time.ts';
import styles from './SnoozeDialog.module.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Called with an epoch time in the future, after `onClose`. */
  readonly onChoose: (until: number) => void;
}

/** Asks for the end of a snooze in words, and says how they are understood. Enter chooses it, Escape gives up. */
export function SnoozeDialog({ open, onClose, onChoose }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('conversation.snoozeUntilTitle')}
      width={380}
      initialFocus={field}
    >
      <SnoozeForm
        field={field}
        onChoose={(until) => {
          onClose();
          onChoose(until);
        }}
      />
    </Dialog>
  );
}

interface FormProps extends Pick<Props, 'onChoose'> {
  readonly field: RefObject<HTMLInputElement | null>;
}

function SnoozeForm({ field, onChoose }: FormProps) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState('');
  const now = Date.now();
  const until = readMoment(text, now, i18n.language);
  const isEmpty = text.trim() === '';
  const choose = () => {
    if (until !== null) onChoose(until);
  };
  const reading =
    until === null ? t('conversation.snoozeNotUnderstood') : toMoment(until, now, i18n.language);
  return (
    <div className={styles.form}>
      <LabelledField
        ref={field}
        label={t('conversation.snoozeWhen')}
        hint={isEmpty ? t('conversation.snoozeExamples') : reading}
        value={text}
        aria-invalid={!isEmpty && until === null}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (pressedKey(event) === 'Enter') choose();
        }}
      />
      <p className={shared.spoken} role="status">
        {isEmpty ? '' : reading}
      </p>
      <p className={styles.either}>{t('snooze.either')}</p>
      <Button tone="primary" disabled={until === null} onClick={choose}>
        {t('conversation.snooze')}
      </Button>
    </div>
  );
}
