import { z } from 'zod';
import { ReplyFile } from '#shared/domain/replyFile.ts';

/** What a draft says, without when it was changed; nothing at all where there is none. */
export const DraftState = z.strictObject({
  text: z.string(),
  attachments: z.array(ReplyFile),
  excludeMentions: z.array(z.string()),
});
export type DraftState = z.infer<typeof DraftState>;
