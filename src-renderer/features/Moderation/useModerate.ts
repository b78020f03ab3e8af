import type { AppError } from '#shared/errors.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import type { Moderation } from '../../state/moderation.ts';

/** Returns what does on X what was asked; resolves to why it failed, or null. */
export function useModerate(): (asked: Moderation) => Promise<AppError | null> {
  const quiet = { quiet: true } as const;
  const remove = useEngineCommand('messages.delete', quiet);
  const hide = useEngineCommand('messages.hide', quiet);
  const mute = useEngineCommand('people.mute', quiet);
  const blockDms = useEngineCommand('people.blockDms', quiet);
  const run = (asked: Moderation) => {
    switch (asked.kind) {
      case 'delete':
        return remove({ id: asked.message.id });
      case 'hide':
      case 'unhide':
        return hide({ id: asked.message.id, hidden: asked.kind === 'hide' });
      case 'mute':
      case 'unmute':
        return mute({ id: asked.person.id, muted: asked.kind === 'mute' });
      case 'blockDms':
      case 'unblockDms':
        return blockDms({ id: asked.person.id, blocked: asked.kind === 'blockDms' });
    }
  };
  return async (asked) => {
    const result = await run(asked);
    return result.ok ? null : result.error;
  };
}
