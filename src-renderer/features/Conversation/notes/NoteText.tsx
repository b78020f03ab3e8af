import type { Note } from '#shared/domain/note.ts';
import { useEngineQuery } from '../../../engine/hooks.ts';
import { capText } from '../../../ui/Bidi.tsx';
import styles from './Notes.module.css';

/** The text of a note; whom it mentions stands out, and oneself more so. */
export function NoteText({ note: { text, mentions } }: { readonly note: Note }) {
  const me = useEngineQuery('agents.list', {}).data?.agents[0]?.id;
  return (
    <p className={styles.text} dir="auto">
      {toParts(text, mentions).map(({ part, agent }, index) =>
        agent === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their order
          <span key={index}>{capText(part, part.length)}</span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their order
          <bdi key={index} className={styles.mention} data-me={agent === me || undefined}>
            {capText(part, part.length)}
          </bdi>
        ),
      )}
    </p>
  );
}

function toParts(text: string, mentions: Note['mentions']) {
  const parts: { readonly part: string; readonly agent: string | null }[] = [];
  let at = 0;
  for (const { agent, start, end } of mentions) {
    parts.push({ part: text.slice(at, start), agent: null }, { part: text.slice(start, end), agent });
    at = end;
  }
  return [...parts, { part: text.slice(at), agent: null }].filter(({ part }) => part !== '');
}
