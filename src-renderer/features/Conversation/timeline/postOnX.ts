import type { Message } from '#shared/domain/message.ts';

/** Whether X has this message as a post that can still be seen there. */
export const isPostOnX = ({ kind, xId, deletedAt }: Message): boolean =>
  kind === 'post' && xId !== null && deletedAt === null;
