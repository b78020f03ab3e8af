import { Kbd } from './Kbd.tsx';

/** A sentence of the catalogue in which what stands between `<k>` and `</k>` is drawn as keys. */
export function KeyedText({ text }: { readonly text: string }) {
  return text.split(/<k>(.*?)<\/k>/).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change their order
    index % 2 === 1 ? <Kbd key={index} keys={part} /> : <span key={index}>{part}</span>,
  );
}
