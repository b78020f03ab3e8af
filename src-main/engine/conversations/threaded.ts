import type { EngineContext } from '../context/context.ts';

/** Which conversations a threading touched, by id. */
export interface Threaded {
  /** New conversations and reopened ones, without those that were over before the workspace was connected. */
  readonly opened: readonly string[];
  /** Others in which a person wrote after the connecting and now waits for a reply. */
  readonly wrote: readonly string[];
  /** All that were touched, including those above. */
  readonly changed: readonly string[];
}

export const nothingThreaded: Threaded = { opened: [], wrote: [], changed: [] };

/** All that one threading and the next one touched. */
export function bothThreaded(one: Threaded, other: Threaded): Threaded {
  const opened = [...new Set([...one.opened, ...other.opened])];
  const wrote = new Set([...one.wrote, ...other.wrote]);
  return {
    opened,
    wrote: [...wrote].filter((id) => !opened.includes(id)),
    changed: [...new Set([...one.changed, ...other.changed])],
  };
}

/** What a threading touched that began with taking apart the conversations `known`: those have not opened again. */
export function withKnown({ opened, wrote, changed }: Threaded, known: readonly string[]): Threaded {
  const left = new Set(known);
  const isNew = (id: string) => !left.has(id);
  return {
    opened: opened.filter(isNew),
    wrote: wrote.filter(isNew),
    changed: [...new Set([...known, ...changed])],
  };
}

/** Emits which conversations a threading opened and changed, and which had changed before it; call it after the transaction. */
export function emitThreaded(
  ctx: Pick<EngineContext, 'emit'>,
  { opened, wrote, changed: threaded }: Threaded,
  changedBefore: readonly string[] = [],
): void {
  const changed = [...new Set([...changedBefore, ...threaded])];
  if (opened.length > 0) ctx.emit({ name: 'conversations.opened', params: { ids: [...opened] } });
  if (wrote.length > 0) {
    ctx.emit({ name: 'conversations.returned', params: { ids: [...wrote], reason: 'wrote' } });
  }
  if (changed.length > 0) ctx.emit({ name: 'conversations.changed', params: { ids: changed } });
}
