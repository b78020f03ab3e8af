import { useTranslation } from 'react-i18next';
import { useCommandList } from '../../commands/CommandsProvider.tsx';
import { type Command, groups } from '../../commands/registry.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd, modCap } from '../../ui/Kbd.tsx';
import { TitledGroup } from '../../ui/SettingsGroup.tsx';
import styles from './HelpDialog.module.css';

/** All shortcuts by group, taken from the command registry. */
export function HelpDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const commands = useCommandList().filter(({ keys }) => keys !== undefined && keys.length > 0);
  return (
    <Dialog open={open} onClose={onClose} title={t('commands.help')} width={720}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and nothing in it takes the focus */}
      <section className={styles.body} tabIndex={0} aria-label={t('commands.help')}>
        {groups.map((group) => {
          const ofGroup = commands.filter((command) => command.group === group);
          if (ofGroup.length === 0) return null;
          return (
            <div key={group} className={styles.group}>
              <TitledGroup title={t(`commands.group.${group}`)}>
                <dl className={styles.lines}>
                  {ofGroup.map((command) => (
                    <Line key={command.id} command={command} />
                  ))}
                </dl>
              </TitledGroup>
            </div>
          );
        })}
      </section>
      <p className={styles.hint}>
        {t('help.hint', { mod: modCap })} {t('help.places')}
      </p>
    </Dialog>
  );
}

function Line({ command }: { readonly command: Command }) {
  const { t } = useTranslation();
  return (
    <div className={styles.line}>
      <dt>{command.label}</dt>
      <dd className={styles.keys}>
        {command.keys?.map((keys, index) => (
          <span key={keys} className={styles.keys}>
            {index > 0 && <span className={styles.or}>{t('help.or')}</span>}
            <Kbd keys={keys} />
          </span>
        ))}
      </dd>
    </div>
  );
}
