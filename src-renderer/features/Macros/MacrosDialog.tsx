import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Macro } from '#shared/domain/macro.ts';
import { shortcutOf } from '#shared/domain/shortcuts.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import form from '../../steps/StepForm.module.css';
import { useLineWords } from '../../steps/useLineWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd, KeyedText } from '../../ui/Kbd.tsx';
import { OrderedLine } from '../../ui/OrderedLine.tsx';
import shared from '../../ui/shared.module.css';
import { toShownName } from '../../ui/shownName.ts';
import { useMacros } from '../../workspace/useMacros.ts';
import { MacroEditor } from './MacroEditor.tsx';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The macros, to be written, changed, moved and deleted. */
export function MacrosDialog({ open, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('macros.title')} width={560}>
      <Body />
    </Dialog>
  );
}

function Body() {
  const { t } = useTranslation();
  const macros = useMacros();
  const body = useRef<HTMLDivElement>(null);
  const [edited, setEdited] = useState<Macro | 'new' | null>(null);
  const close = () => {
    setEdited(null);
    requestAnimationFrame(() => body.current?.focus());
  };
  if (edited !== null) return <MacroEditor macro={edited === 'new' ? null : edited} onDone={close} />;
  return (
    <div ref={body} className={`${shared.longForm} ${form.form}`} tabIndex={-1}>
      <p className={form.hint}>
        <KeyedText text={t('macros.hint')} />
      </p>
      {macros.length === 0 && <p className={form.hint}>{t('macros.none')}</p>}
      <ol className={form.lines} aria-label={t('macros.title')}>
        {macros.map((macro, index) => (
          <Line
            key={macro.id}
            macro={macro}
            index={index}
            count={macros.length}
            onEdit={() => setEdited(macro)}
            onDeleted={() => body.current?.focus()}
          />
        ))}
      </ol>
      <Button tone="primary" onClick={() => setEdited('new')}>
        {t('macros.create')}
      </Button>
    </div>
  );
}

interface LineProps {
  readonly macro: Macro;
  readonly index: number;
  readonly count: number;
  readonly onEdit: () => void;
  readonly onDeleted: () => void;
}

function Line({ macro, index, count, onEdit, onDeleted }: LineProps) {
  const update = useEngineCommand('macros.update');
  const remove = useEngineCommand('macros.delete');
  const name = toShownName(macro.name, 40);
  const keys = shortcutOf('macro.run').keys[index];
  const deleteIt = async () => {
    if ((await remove({ id: macro.id })).ok) onDeleted();
  };
  const words = useLineWords('macros', name);
  return (
    <OrderedLine
      index={index}
      count={count}
      words={words}
      onEdit={onEdit}
      onMove={(position) => void update({ id: macro.id, position })}
      onDelete={() => void deleteIt()}
    >
      <span className={form.name}>{name}</span>
      {keys && <Kbd keys={keys} />}
    </OrderedLine>
  );
}
