// Breaking one run into lines takes Chromium time that grows with the square of its length: minutes for 100,000 letters.
const longRun = /(\S{200}(?:\p{M}|\u200d)*)/u;

/** Cuts a text inside runs of 200 characters and more without a space; together the pieces are the text. */
export function toPieces(text: string): readonly string[] {
  return text.split(longRun).filter((piece, index) => piece !== '' || index === 0);
}
