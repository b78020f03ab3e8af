import { type RefObject, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_APPROVAL_NOTE } from '#shared/domain/approval.ts';
import { useEngineQuery } from '../../../engine/hooks.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { pressedKey } from '../../../ui/pressedKey.ts';
import { Select } from '../../../ui/Select.tsx';
import { toShownName } from '../../../ui/shownName.ts';
import { LabelledField } from '../../../ui/TextField.tsx';
import styles from './Approvals.module.css';

/** Who is asked; null for anyone. */
export interface Asking {
  readonly approver: string | null;
  readonly note: string;
}

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Called after `onClose`. */
  readonly onAsk: (asking: Asking) => void;
}

/** Asks which colleague shall approve a reply, and for a note. */
export function AskDialog({ open, onClose, onAsk }: Props) {
  const { t } = useTranslation();
  const note = useRef<HTMLInputElement>(null);
  return (
    <Dialog open={open} onClose={onClose} title={t('approval.ask')} width={420} initialFocus={note}>
      <AskForm
        note={note}
        onAsk={(asking) => {
          onClose();
          onAsk(asking);
        }}
      />
    </Dialog>
  );
}

const anyone = '';

interface FormProps extends Pick<Props, 'onAsk'> {
  readonly note: RefObject<HTMLInputElement | null>;
}

function AskForm({ note, onAsk }: FormProps) {
  const { t } = useTranslation();
  const [approver, setApprover] = useState(anyone);
  const [text, setText] = useState('');
  const ask = () => onAsk({ approver: approver === anyone ? null : approver, note: text.trim() });
  return (
    <div className={styles.ask}>
      <p>{t('approval.askHint')}</p>
      <Whom approver={approver} onChoose={setApprover} />
      <LabelledField
        ref={note}
        label={t('approval.note')}
        hint={t('approval.noteHint')}
        value={text}
        maxLength={MAX_APPROVAL_NOTE}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (pressedKey(event) === 'Enter') ask();
        }}
      />
      <Button tone="primary" onClick={ask}>
        {t('approval.ask')}
      </Button>
    </div>
  );
}

interface WhomProps {
  readonly approver: string;
  readonly onChoose: (approver: string) => void;
}

function Whom({ approver, onChoose }: WhomProps) {
  const { t } = useTranslation();
  const labelId = useId();
  const [, ...others] = useEngineQuery('agents.list', {}).data?.agents ?? [];
  const choices = [
    { value: anyone, label: t('approval.anyone') },
    ...others.map(({ id, name }) => ({ value: id, label: toShownName(name) })),
  ];
  return (
    <div className={styles.whom}>
      <span id={labelId}>{t('approval.whom')}</span>
      <Select labelledBy={labelId} value={approver} choices={choices} onChange={onChoose} />
    </div>
  );
}
