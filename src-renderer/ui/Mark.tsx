/** The logo of Perch, in the current text colour. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="172 192 680 680" fill="currentColor">
      <path d="M222 716C276 470 392 268 590 268c84 0 148 56 164 132l92 44-88 46c-8 132-112 226-252 226z" />
      <path
        d="M348 652c6-116 82-194 200-206 0 124-76 206-200 206z"
        fill="var(--surface-main)"
        fillOpacity=".45"
      />
      <circle cx="640" cy="380" r="30" fill="var(--surface-main)" />
      <rect x="188" y="740" width="648" height="56" rx="28" fillOpacity=".4" />
    </svg>
  );
}
