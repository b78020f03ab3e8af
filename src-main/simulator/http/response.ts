/** A response before it is sent: an object is sent as JSON, text and bytes as they are. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | string | Buffer | null;
}

/** A JSON response; an error without an OAuth `error` field gets X's problem content type. */
export function json(status: number, body: object): HttpResponse {
  const type =
    status >= 400 && !('error' in body) ? 'application/problem+json' : 'application/json; charset=utf-8';
  return { status, headers: { 'content-type': type }, body };
}

/** An HTML page. */
export function page(status: number, html: string): HttpResponse {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html };
}

/** A 302 redirect. */
export function redirect(location: string): HttpResponse {
  return { status: 302, headers: { location }, body: null };
}

/** The bytes of the body as they go over the wire. */
export function toBytes(body: HttpResponse['body']): Buffer {
  if (body === null) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'utf8');
}
