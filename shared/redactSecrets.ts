/** The words before a secret, in headers, addresses, forms and JSON that may itself be quoted inside JSON. */
const secret = /(bearer\s+|token["'=:\s\\]+|code=|state=|code_verifier=)[^\s"'&]+/gi;

/**
 * `text` with the values of access and refresh tokens and of the steps of a login replaced by `[hidden]`. A second line of
 * defence behind the rule that no secret is passed to a log at all.
 *
 *     redactSecrets('GET /callback?state=9f2&code=71c')  ->  'GET /callback?state=[hidden]&code=[hidden]'
 */
export function redactSecrets(text: string): string {
  return text.replace(secret, '$1[hidden]');
}
