import type { EngineInput, EngineOutput } from '#shared/contract/engine.ts';
import type { Message } from '#shared/domain/message.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';

type Page = EngineOutput<'conversations.get'>;
type GetPage = (input: EngineInput<'conversations.get'>) => Promise<Result<Page, AppError>>;

/** The most messages of one page of the engine. */
const PAGE = 1_000;

/** Everything that a person and the account ever wrote to each other. */
export interface WholeHistory {
  readonly conversation: Page['conversation'];
  /** Oldest first, each once. */
  readonly messages: readonly Message[];
}

/** Reads the whole history of the person of a conversation, page by page; the first page that fails ends it with its error. */
export async function readWholeHistory(
  getPage: GetPage,
  conversationId: string,
): Promise<Result<WholeHistory, AppError>> {
  const pages: Page[] = [];
  let before: string | undefined;
  do {
    const page = await getPage({ id: conversationId, limit: PAGE, ...(before ? { before } : {}) });
    if (!page.ok) return page;
    pages.unshift(page.value);
    before = page.value.previous;
  } while (before !== undefined);
  const newest = pages[pages.length - 1];
  if (!newest) throw new Error('A history has at least one page');
  // What comes in meanwhile can move a message from one page to the next.
  const byId = new Map(pages.flatMap(({ messages }) => messages).map((message) => [message.id, message]));
  return ok({ conversation: newest.conversation, messages: [...byId.values()] });
}
