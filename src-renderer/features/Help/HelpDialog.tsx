import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { shortcutIds } from '#shared/domain/shortcuts.ts';
import { toCommandWords, toGroupHeading } from '../../commands/commandWords.ts';
import { groups } from '../../commands/registry.ts';
import { useSetPreferences, useShellState } from '../../shell/ShellProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { KeyedText, modCap } from '../../ui/Kbd.tsx';
import { TitledGroup } from '../../ui/SettingsGroup.tsx';
import styles from './HelpDialog.module.css';
import { ShortcutLine } from './ShortcutLine.tsx';
import { type KeyCapture, useKeyCapture } from './useKeyCapture.ts';

/** All shortcuts by group, also those that do nothing at the moment. Each can be changed here. */
export function HelpDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const words = toCommandWords(t);
  const capture = useKeyCapture();
  return (
    <Dialog open={open} onClose={onClose} title={t('commands.help')} width={760}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keyboard */}
      <section className={styles.body} tabIndex={0} aria-label={t('commands.help')}>
        {groups.map((group) => (
          <div key={group} className={styles.group}>
            <TitledGroup title={toGroupHeading(group, t)}>
              <dl className={styles.lines}>
                {shortcutIds
                  .filter((id) => words[id].group === group)
                  .map((id) => (
                    <ShortcutLine key={id} id={id} label={words[id].label} capture={capture} />
                  ))}
              </dl>
            </TitledGroup>
          </div>
        ))}
      </section>
      <Foot capture={capture} />
    </Dialog>
  );
}

function Foot({ capture }: { readonly capture: KeyCapture }) {
  const { t } = useTranslation();
  const { shortcuts } = useShellState().preferences;
  const setPreferences = useSetPreferences();
  return (
    <footer className={styles.foot}>
      <p role="status">
        <KeyedText text={toAdvice(capture, t)} />
      </p>
      {Object.keys(shortcuts).length > 0 && (
        <Button size="small" onClick={() => setPreferences({ shortcuts: {} })}>
          {t('help.resetAll')}
        </Button>
      )}
    </footer>
  );
}

/** What can be pressed next, or why what was pressed cannot be used. */
function toAdvice({ id, problem }: KeyCapture, t: TFunction): string {
  const mod = modCap;
  if (id === null) return `${t('help.hint', { mod })} ${t('help.places')}`;
  if (problem === null) return t('help.pressHint');
  if (!('by' in problem)) return t(`help.${problem.code}`, { mod });
  return t(`help.${problem.code}`, { command: toCommandWords(t)[problem.by].label });
}
