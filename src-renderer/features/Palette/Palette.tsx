import { IconSearch } from '@tabler/icons-react';
import { Command as Cmdk } from 'cmdk';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandField } from '../../ui/CommandField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import shared from '../../ui/shared.module.css';
import { useTypeAhead } from '../../ui/typeAhead.ts';
import styles from './Palette.module.css';
import { PaletteSection } from './PaletteSection.tsx';
import { useSections } from './useSections.ts';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Finds commands and people by a few letters. */
export function Palette({ open, onClose }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const run = useRunAfterClosing(onClose);
  return (
    <Dialog open={open} onClose={onClose} title={t('commands.palette')} bare width={600} initialFocus={input}>
      <Choices input={input} {...run} />
    </Dialog>
  );
}

interface ChoicesProps {
  readonly input: React.RefObject<HTMLInputElement | null>;
  readonly run: (act: () => void) => void;
  readonly onClosed: () => void;
}

/**
 * The field and what fits its text. People arrive from the engine after the commands, so the order and the highlighted
 * choice are derived here on every render; cmdk's own filter would keep a choice that is no longer the best, or none.
 */
function Choices({ input, run, onClosed }: ChoicesProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const { sections, isLooking } = useSections(text.trim());
  useTypeAhead(({ key }) => key === 'Enter' && isLooking);
  useEffect(() => onClosed, [onClosed]);
  const choices = sections.flatMap((section) => section.choices);
  const current = choices.find(({ value }) => value === highlighted) ?? choices[0];
  return (
    <Cmdk
      label={t('commands.palette')}
      loop
      vimBindings={false}
      shouldFilter={false}
      value={current?.value ?? ''}
      onValueChange={setHighlighted}
      className={styles.palette ?? ''}
    >
      <CommandField
        input={input}
        icon={<IconSearch aria-hidden="true" size={17} stroke={1.75} className={shared.fieldIcon} />}
        text={text}
        placeholder={t('palette.placeholder')}
        size="large"
        onChange={(next) => {
          setText(next);
          setHighlighted(null);
        }}
      />
      <Cmdk.List className={styles.list ?? ''} label={t('commands.palette')}>
        {choices.length === 0 && <p className={styles.empty}>{t('palette.none')}</p>}
        {sections.map((section) => (
          <PaletteSection key={section.id} section={section} onChoose={run} />
        ))}
      </Cmdk.List>
    </Cmdk>
  );
}

/**
 * Returns `run`, which closes the palette first and does something afterwards, so that it can move the focus; keys wait for that.
 * `onClosed` is to be called once it is closed.
 */
function useRunAfterClosing(onClose: () => void): Pick<ChoicesProps, 'run' | 'onClosed'> {
  const next = useRef<(() => void) | null>(null);
  useTypeAhead(() => next.current !== null);
  const onClosed = useCallback(() => {
    setTimeout(() => {
      const act = next.current;
      next.current = null;
      act?.();
    });
  }, []);
  const run = (act: () => void) => {
    next.current = act;
    onClose();
  };
  return { run, onClosed };
}
