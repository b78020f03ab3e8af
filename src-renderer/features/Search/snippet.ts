/** A part of a snippet; `isHit` marks a match. */
export interface SnippetPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** Splits a snippet in which matches are enclosed in \u0002 and \u0003. */
export function toSnippetParts(snippet: string): readonly SnippetPart[] {
  return snippet.split('\u0002').flatMap((piece, index) => {
    if (index === 0) return part(piece, false);
    const [hit = '', ...rest] = piece.split('\u0003');
    return [...part(hit, true), ...part(rest.join(''), false)];
  });
}

function part(text: string, isHit: boolean): readonly SnippetPart[] {
  return text === '' ? [] : [{ text, isHit }];
}
