import { Command as Cmdk } from 'cmdk';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useCommandRegistry } from '../../commands/CommandsProvider.tsx';
import type { Command, CommandRegistry } from '../../commands/registry.ts';
import { PersonAvatar } from '../../shell/PersonAvatar.tsx';
import { openConversation } from '../../state/ui.ts';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import shared from '../../ui/shared.module.css';
import { toName } from '../../ui/shownName.ts';
import styles from './Palette.module.css';
import type { Choice, Section } from './useSections.ts';

interface SectionProps {
  readonly section: Section;
  readonly onChoose: (run: () => void) => void;
}

/** One headed group of choices, best first. */
export function PaletteSection({ section, onChoose }: SectionProps) {
  const registry = useCommandRegistry();
  return (
    <Cmdk.Group heading={section.heading} className={styles.group ?? ''}>
      {section.choices.map((choice) => (
        <Cmdk.Item
          key={choice.value}
          value={choice.value}
          onSelect={() => onChoose(() => activate(choice, registry))}
          className={`${shared.choice} ${styles.item}`}
        >
          {choice.kind === 'command' ? (
            <CommandItem command={choice.command} />
          ) : (
            <PersonItem row={choice.row} />
          )}
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}

function activate(choice: Choice, registry: CommandRegistry): void {
  if (choice.kind === 'command') registry.run(choice.command.id);
  else openConversation(choice.row.id);
}

function CommandItem({ command }: { readonly command: Command }) {
  return (
    <>
      <span className={styles.label}>{command.label}</span>
      {command.keys?.[0] && <Kbd keys={command.keys[0]} />}
    </>
  );
}

function PersonItem({ row }: { readonly row: Conversation }) {
  const { t } = useTranslation();
  const name = toName(row.person);
  return (
    <>
      <PersonAvatar person={row.person} size={22} />
      <Bidi text={name} cap={60} className={styles.name} />
      <Handle handle={row.person.handle} className={styles.handle} />
      <span className={styles.status}>{t(`status.${row.status}`)}</span>
    </>
  );
}
