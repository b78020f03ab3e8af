import type { AppError } from '../../../shared/errors.ts';
import { compareXIds } from '../store/messages.ts';
import type { CapturedChange } from './storeCaptured.ts';

/** How asking one source went. */
export interface PollOutcome {
  readonly added: number;
  readonly changed: readonly string[];
  /** Everything up to this X id has been captured; the old one where the round broke off. */
  readonly sinceId: string | null;
  readonly error: AppError | null;
}

/** Follows one source from page to page and remembers what came of it. */
export class Paging {
  readonly #sinceId: string | null;
  readonly #tokens = new Set<string>();
  readonly #changed = new Set<string>();
  #added = 0;
  #newest: string | null;
  #next: string | null = null;
  #more = true;

  constructor(sinceId: string | null) {
    this.#sinceId = sinceId;
    this.#newest = sinceId;
  }

  /** Whether there is a page to ask for. */
  get more(): boolean {
    return this.#more;
  }

  /** What the request for the next page has to name. */
  get token(): { readonly token?: string } {
    return this.#next === null ? {} : { token: this.#next };
  }

  /** A page was stored. A token that comes a second time would lead in circles and ends the paging. */
  stored(change: CapturedChange, newest: string | null, nextToken: string | undefined): void {
    this.alsoChanged(change);
    this.#added += change.added;
    if (newest !== null && (this.#newest === null || compareXIds(newest, this.#newest) > 0)) {
      this.#newest = newest;
    }
    this.#more = nextToken !== undefined && !this.#tokens.has(nextToken);
    if (nextToken !== undefined) this.#tokens.add(nextToken);
    this.#next = nextToken ?? null;
  }

  /** Something that does not count as new changed conversations. */
  alsoChanged(change: CapturedChange): void {
    for (const id of change.changed) this.#changed.add(id);
  }

  /** What comes before has been captured earlier. */
  stop(): void {
    this.#more = false;
  }

  done(): PollOutcome {
    return { added: this.#added, changed: [...this.#changed], sinceId: this.#newest, error: null };
  }

  failed(error: AppError): PollOutcome {
    return { added: this.#added, changed: [...this.#changed], sinceId: this.#sinceId, error };
  }
}
