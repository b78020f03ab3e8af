import { IconBooks } from '@tabler/icons-react';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { openCanned } from '../../state/library.ts';
import { Bidi, capText } from '../../ui/Bidi.tsx';
import shared from '../../ui/shared.module.css';
import { Result } from './ResultRow.tsx';
import styles from './Search.module.css';

interface Props {
  readonly item: EngineOutput<'library.search'>['items'][number];
  readonly isActive: boolean;
}

/** A canned response that was found; it opens in the library. */
export function CannedResult({ item: { id, title, shortcut, text }, isActive }: Props) {
  return (
    <Result elementId={`canned-${id}`} isActive={isActive} isOpen={false} open={() => openCanned(id)}>
      <span className={styles.noteIcon}>
        <IconBooks aria-hidden="true" size={16} stroke={1.75} />
      </span>
      <div className={styles.words}>
        <span className={shared.rowLine}>
          <Bidi text={title} cap={80} className={shared.listName} />
          {shortcut !== null && <span className={styles.quiet}>/{shortcut}</span>}
        </span>
        <bdi dir="auto" className={styles.snippet}>
          {capText(text, 300)}
        </bdi>
      </div>
    </Result>
  );
}
