/**
 * How a call to X went wrong, free of any library. `unreachable`: no connection came about, so X cannot have seen the
 * request. `timedOut` and `broken`: it may have. `answered`: X answered with 400 or above.
 */
export type XFailure =
  | { readonly kind: 'unreachable'; readonly timedOut: boolean }
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'broken'; readonly detail: string }
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly body: unknown;
      readonly headers: Readonly<Record<string, unknown>>;
    };
