/** What is sent back: an object is sent as JSON, text and bytes as they are. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | string | Buffer | null;
}

/** A JSON answer; a failure carries X's problem content type. */
export function json(status: number, body: object): Answer {
  const type =
    status >= 400 && !('error' in body) ? 'application/problem+json' : 'application/json; charset=utf-8';
  return { status, headers: { 'content-type': type }, body };
}

/** An HTML page. */
export function page(status: number, html: string): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html };
}

/** A redirect to `location`. */
export function redirect(location: string): Answer {
  return { status: 302, headers: { location }, body: null };
}

/** The bytes that go over the wire. */
export function toBytes(body: Answer['body']): Buffer {
  if (body === null) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'utf8');
}
