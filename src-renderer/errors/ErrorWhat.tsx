interface Props {
  readonly text: { readonly what: string; readonly quote?: string };
}

/** What went wrong. Words of X in it are marked as English, so that a screen reader pronounces them so. */
export function ErrorWhat({ text: { what, quote } }: Props) {
  const at = quote ? what.indexOf(quote) : -1;
  if (!quote || at < 0) return what;
  return (
    <>
      {what.slice(0, at)}
      <span lang="en">{quote}</span>
      {what.slice(at + quote.length)}
    </>
  );
}
