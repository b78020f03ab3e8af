/** Where somebody has chosen to keep a login on a computer without a password store. */
export type LoginConsent = { readonly plainTextConsent: true } | { readonly memoryOnly: true };

let chosen: LoginConsent | null = null;

/** The choice of this session; null before it was asked. It is asked once, however often a login fails. */
export const getLoginConsent = (): LoginConsent | null => chosen;

export function setLoginConsent(consent: LoginConsent | null): void {
  chosen = consent;
}
