import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_VIEW_NAME } from '#shared/domain/savedView.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { goToSavedView } from '../../state/listQuery.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { pressedKey } from '../../ui/pressedKey.ts';
import { LabelledField } from '../../ui/TextField.tsx';
import { useBusy } from '../../ui/useBusy.ts';
import { useFilterWords } from '../../workspace/useFilterWords.ts';
import { useOpenList } from '../../workspace/useOpenList.ts';
import styles from './Views.module.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks for a name and saves the open list as a view. */
export function SaveViewDialog({ open, onClose }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog open={open} onClose={onClose} title={t('lists.saveTitle')} width={380} initialFocus={field}>
      <SaveForm field={field} onClose={onClose} />
    </Dialog>
  );
}

interface FormProps extends Pick<Props, 'onClose'> {
  readonly field: RefObject<HTMLInputElement | null>;
}

function SaveForm({ field, onClose }: FormProps) {
  const { t, i18n } = useTranslation();
  const [name, setName] = useState('');
  const { isBusy, run } = useBusy();
  const create = useEngineCommand('views.create');
  const { view, filter, sort } = useOpenList();
  const words = useFilterWords()(filter).map(({ label }) => label);
  const canSave = name.trim() !== '' && !isBusy;
  const save = async () => {
    if (!canSave) return;
    const created = await run(() => create({ name: name.trim(), view, filter, sort }));
    if (!created?.ok) return;
    goToSavedView(created.value);
    onClose();
    useUi.getState().focusOn('list');
  };
  const what = new Intl.ListFormat(i18n.language, { type: 'unit' }).format([t(`views.${view}`), ...words]);
  return (
    <div className={styles.form}>
      <LabelledField
        ref={field}
        label={t('lists.name')}
        hint={what}
        value={name}
        maxLength={MAX_VIEW_NAME}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (pressedKey(event) === 'Enter') void save();
        }}
      />
      <Button tone="primary" disabled={!canSave} onClick={save}>
        {t('lists.save')}
      </Button>
    </div>
  );
}
