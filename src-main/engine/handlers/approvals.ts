import { ok } from '#shared/result.ts';
import { approveReply } from '../approvals/approveReply.ts';
import { askForApproval } from '../approvals/askForApproval.ts';
import { returnReply, withdrawReply } from '../approvals/giveBack.ts';
import { toContractApproval } from '../approvals/toContractApproval.ts';
import { listWaiting } from '../store/approvals.ts';
import type { Handlers } from './handlers.ts';

/** Replies that wait for a colleague. */
export const approvalHandlers = {
  'approvals.list': (ctx, { conversationId }) =>
    ok({
      items: listWaiting(ctx.db, conversationId ?? null).flatMap((row) => toContractApproval(ctx, row) ?? []),
    }),
  'approvals.ask': askForApproval,
  'approvals.approve': approveReply,
  'approvals.return': returnReply,
  'approvals.withdraw': (ctx, { id }) => withdrawReply(ctx, id),
} satisfies Partial<Handlers>;
