import { useTranslation } from 'react-i18next';
import styles from './Kbd.module.css';
import { useCommandKeys } from './uiHost.ts';

const signs: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};
const macSigns: Readonly<Record<string, string>> = { ...signs, Mod: '⌘', Shift: '⇧', Alt: '⌥' };

/** The key caps of a key press: `Mod+Enter` is Ctrl and ↵, on a Mac ⌘ and ↵. */
export function toCaps(stroke: string, mac: boolean): readonly string[] {
  const known = mac ? macSigns : signs;
  return stroke.split('+').map((cap) => known[cap] ?? (cap.length === 1 ? cap.toUpperCase() : cap));
}

const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');

/** The cap of `Mod`, whose shortcuts also work while typing. */
export const modCap = isMac ? '⌘' : 'Ctrl';

/** A shortcut as key caps: a combination `Mod+Enter` or a sequence `g q`. */
export function Kbd({
  keys,
  tone = 'plain',
}: {
  readonly keys: string;
  readonly tone?: 'plain' | 'inverse';
}) {
  const { t } = useTranslation();
  return (
    <span className={styles.keys} data-tone={tone}>
      {keys.split(' ').map((stroke, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sequence never changes its order
        <span className={styles.stroke} key={index}>
          {index > 0 && <span className={styles.then}>{t('help.andThen')}</span>}
          {toCaps(stroke, isMac).map((cap) => (
            <kbd className={styles.cap} key={cap}>
              {cap}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}

/**
 * A sentence of the catalogue. `<k>conversation.resolve</k>` becomes the keys of that command, drawn as key caps;
 * `<k>Escape</k>` is that key itself.
 */
export function KeyedText({ text }: { readonly text: string }) {
  return text.split(/<k>(.*?)<\/k>/).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change their order
    index % 2 === 1 ? <NamedKeys key={index} name={part} /> : <span key={index}>{part}</span>,
  );
}

function NamedKeys({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const isCommand = name.includes('.');
  const keys = useCommandKeys(isCommand ? name : undefined);
  if (isCommand && keys === undefined) return t('help.noKeys');
  return <Kbd keys={keys ?? name} />;
}
