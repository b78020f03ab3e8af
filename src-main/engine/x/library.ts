type Whole = typeof import('twitter-api-v2');

/** What is used of the library that speaks with X. */
export type Library = Pick<Whole, 'TwitterApi' | 'ApiResponseError' | 'ApiPartialResponseError'>;

/** Loads the library at the first call: an engine that only answers from its store starts without it. */
export function loadLibrary(): Promise<Library> {
  return import('twitter-api-v2');
}
