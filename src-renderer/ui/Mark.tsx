/** The mark of Perch: a bird on its perch, in the colours of its surroundings. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 48 48" fill="none">
      <path
        d="M9 12c8 0 12 3 14.5 7.5C26 12.500 31.500 9 36 9c-.4 2-.1 3.600 1 5.400 1.600 2.600 2 5.200 2 7.600 0 8-6.200 13-14 13C15.500 35 9 26 9 12Z"
        fill="currentColor"
      />
      <path d="M4 39.500h40" stroke="currentColor" strokeWidth="3.500" strokeLinecap="round" opacity=".45" />
    </svg>
  );
}
