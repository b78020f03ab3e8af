import { Language } from '#shared/domain/language.ts';
import type { Log } from '../base/log.ts';
import type { SpellingRequest, SpellingResponse } from './protocol.ts';

/** The part of a worker thread that the checker uses. */
export interface SpellingThread {
  postMessage(request: SpellingRequest): void;
  on(event: 'message', listener: (response: SpellingResponse) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): unknown;
}

interface CheckerOptions {
  /** Starts the thread; may throw. Called at the first request. */
  readonly start: () => SpellingThread;
  readonly log: Log;
  /** A request that takes longer has hung the thread. */
  readonly limitMs?: number;
}

const LIMIT_MS = 30_000;

/** A request that waits for its response. */
interface Asked {
  readonly language: Language;
  readonly resolve: (found: readonly string[]) => void;
}

/**
 * Asks the thread that has the dictionaries. Its promises never reject: a language whose dictionary cannot be read has no
 * misspelled words from then on, and without the thread no language has; each is logged once.
 */
export class SpellChecker {
  readonly #options: CheckerOptions;
  readonly #waiting = new Map<number, Asked>();
  readonly #unreadable = new Set<Language>();
  #thread: SpellingThread | null = null;
  #lastId = 0;

  constructor(options: CheckerOptions) {
    this.#options = options;
  }

  /** The languages that can no longer be checked. */
  get unreadable(): Language[] {
    return Language.options.filter((language) => this.#unreadable.has(language));
  }

  /** Those of the words that are misspelled. */
  findWrong(language: Language, words: readonly string[]): Promise<readonly string[]> {
    return this.#ask({ kind: 'check', language, words });
  }

  /** What was probably meant by a misspelled word, best first. */
  suggest(language: Language, word: string): Promise<readonly string[]> {
    return this.#ask({ kind: 'suggest', language, words: [word] });
  }

  async #ask(request: Omit<SpellingRequest, 'id'>): Promise<readonly string[]> {
    const { language, words } = request;
    if (words.length === 0 || this.#unreadable.has(language)) return [];
    const thread = this.#running();
    if (!thread) return [];
    this.#lastId += 1;
    const id = this.#lastId;
    const timer = setTimeout(() => this.#giveUp('no response'), this.#options.limitMs ?? LIMIT_MS);
    const found = await new Promise<readonly string[]>((resolve) => {
      this.#waiting.set(id, { language, resolve });
      thread.postMessage({ id, ...request });
    });
    clearTimeout(timer);
    return found;
  }

  #running(): SpellingThread | null {
    if (this.#thread) return this.#thread;
    try {
      const thread = this.#options.start();
      thread.on('message', (response) => this.#receive(response));
      thread.on('error', (error) => this.#giveUp(String(error)));
      thread.on('exit', (code) => this.#giveUp(`exit code ${code}`));
      this.#thread = thread;
    } catch (error) {
      this.#giveUp(String(error));
    }
    return this.#thread;
  }

  #receive(response: SpellingResponse): void {
    const asked = this.#waiting.get(response.id);
    if (!asked) return;
    this.#waiting.delete(response.id);
    if ('failed' in response) this.#leaveOut(asked.language, response.failed);
    asked.resolve('found' in response ? response.found : []);
  }

  #leaveOut(language: Language, reason: string): void {
    if (!this.#unreadable.has(language)) this.#options.log('spelling.unreadable', { language, reason });
    this.#unreadable.add(language);
  }

  #giveUp(reason: string): void {
    if (this.#unreadable.size < Language.options.length) this.#options.log('spelling.stopped', { reason });
    for (const language of Language.options) this.#unreadable.add(language);
    for (const { resolve } of this.#waiting.values()) resolve([]);
    this.#waiting.clear();
    const thread = this.#thread;
    this.#thread = null;
    thread?.terminate();
  }
}
