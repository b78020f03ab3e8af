import { useTranslation } from 'react-i18next';
import styles from './Kbd.module.css';

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

/** A sentence of the catalogue; keys inside `<k>` and `</k>` are drawn as key caps. */
export function KeyedText({ text }: { readonly text: string }) {
  return text.split(/<k>(.*?)<\/k>/).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change their order
    index % 2 === 1 ? <Kbd key={index} keys={part} /> : <span key={index}>{part}</span>,
  );
}
