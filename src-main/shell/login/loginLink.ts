/** The address of the login that waits for the browser, so that it can be opened again. */
export interface LoginLink {
  /** Null while no login waits. */
  readonly url: () => string | null;
  /** Remembers the address while `login` runs. */
  during<T>(login: (remember: (url: string) => void) => Promise<T>): Promise<T>;
}

/** Remembers nothing at first. */
export function createLoginLink(): LoginLink {
  let url: string | null = null;
  return {
    url: () => url,
    during: async (login) => {
      try {
        return await login((address) => {
          url = address;
        });
      } finally {
        url = null;
      }
    },
  };
}
