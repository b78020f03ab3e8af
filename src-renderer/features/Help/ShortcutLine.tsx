import { IconRotate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { keysOf, type ShortcutId, shortcutOf } from '#shared/domain/shortcuts.ts';
import { useSetPreferences, useShellState } from '../../shell/ShellProvider.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import shared from '../../ui/shared.module.css';
import styles from './HelpDialog.module.css';
import type { KeyCapture } from './useKeyCapture.ts';

interface Props {
  readonly id: ShortcutId;
  readonly label: string;
  readonly capture: KeyCapture;
}

/** A command with its keys; a click on them lets others be pressed in their place. */
export function ShortcutLine({ id, label, capture }: Props) {
  return (
    <div className={styles.line}>
      <dt>{label}</dt>
      <dd className={styles.keys}>
        <Reset id={id} label={label} />
        {shortcutOf(id).isFixed ? <Keys id={id} /> : <Change id={id} label={label} capture={capture} />}
      </dd>
    </div>
  );
}

function Change({ id, label, capture }: Props) {
  const { t } = useTranslation();
  const isOpen = capture.id === id;
  return (
    <button
      type="button"
      className={styles.change}
      aria-pressed={isOpen}
      onClick={() => capture.open(id)}
      onBlur={capture.close}
    >
      <span className={shared.spoken}>{t('help.changeOf', { command: label })}</span>
      {isOpen ? <Pressed keys={capture.pressed} /> : <Keys id={id} />}
    </button>
  );
}

function Pressed({ keys }: { readonly keys: string | null }) {
  const { t } = useTranslation();
  return keys === null ? <em>{t('help.press')}</em> : <Kbd keys={keys} />;
}

function Keys({ id }: Pick<Props, 'id'>) {
  const { t } = useTranslation();
  const { shortcuts } = useShellState().preferences;
  const keys = keysOf(id, shortcuts);
  if (keys.length === 0) return <em>{t('help.noKeys')}</em>;
  const { isRange } = shortcutOf(id);
  const shown = isRange ? keys.filter((_, index) => index === 0 || index === keys.length - 1) : keys;
  return shown.map((one, index) => (
    <span key={one} className={styles.keys}>
      {index > 0 && <span className={styles.or}>{t(isRange ? 'help.to' : 'help.or')}</span>}
      <Kbd keys={one} />
    </span>
  ));
}

/** The way back to the standard keys, where others were chosen. */
function Reset({ id, label }: Pick<Props, 'id' | 'label'>) {
  const { t } = useTranslation();
  const { shortcuts } = useShellState().preferences;
  const setPreferences = useSetPreferences();
  if (!Object.hasOwn(shortcuts, id)) return null;
  const { [id]: _, ...others } = shortcuts;
  return (
    <IconButton
      label={t('help.reset', { command: label })}
      icon={<IconRotate size={14} stroke={1.75} />}
      onClick={() => setPreferences({ shortcuts: others })}
    />
  );
}
