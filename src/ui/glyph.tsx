import type { ReactNode } from 'react'

/**
 * One picture per family of network functions (core/catalogue/families.ts), drawn on a 24 unit square with a stroke
 * of 1.5. A family that has none gets the one of `custom`.
 */
const GLYPHS: Readonly<Record<string, ReactNode>> = {
  device: (
    <>
      <rect x="7" y="3" width="10" height="18" rx="2.2" />
      <path d="M10.5 18h3" />
    </>
  ),
  radio: (
    <>
      <path d="M12 10.5 8.5 21M12 10.5 15.5 21M9.7 17.4h4.6" />
      <circle cx="12" cy="8.5" r="1.6" />
      <path d="M8.3 12a5.2 5.2 0 0 1 0-7M15.7 5a5.2 5.2 0 0 1 0 7M5.6 14.4a8.8 8.8 0 0 1 0-11.8M18.4 2.6a8.8 8.8 0 0 1 0 11.8" />
    </>
  ),
  'fixed-access': (
    <>
      <path d="M4 11.5 12 4.5l8 7" />
      <path d="M6.2 10v9.5h11.6V10" />
      <path d="M12 19.5V16m0 0-2.6-2.4M12 16l2.6-2.4" />
    </>
  ),
  router: (
    <>
      <circle cx="12" cy="12" r="8.7" />
      <path d="M12 10.3V6m0 0-1.7 1.7M12 6l1.7 1.7M12 13.7V18m0 0-1.7-1.7M12 18l1.7-1.7" />
      <path d="M6 12h4.2m0 0L8.6 10.4M10.2 12l-1.6 1.6M18 12h-4.2m0 0 1.6-1.6M13.8 12l1.6 1.6" />
    </>
  ),
  optical: (
    <>
      <path d="M3.5 6.5v11M20.5 6.5v11" />
      <path d="M3.5 12c2-6.4 4-6.4 5.7 0s3.6 6.4 5.6 0 3.8-6.4 5.7 0" />
    </>
  ),
  timing: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5.2l3.4 2.1" />
    </>
  ),
  core: (
    <>
      <path d="m12 2.8 8 4.6v9.2l-8 4.6-8-4.6V7.4z" />
      <circle cx="12" cy="12" r="2.6" />
      <path d="M12 9.4V6.6M14.3 13.3l2.4 1.4M9.7 13.3l-2.4 1.4" />
    </>
  ),
  gateway: (
    <>
      <path d="M12 3.5v17" />
      <path d="M3.5 9h13m0 0-2.8-2.8M16.5 9l-2.8 2.8M20.5 15h-13m0 0 2.8-2.8M7.5 15l2.8 2.8" />
    </>
  ),
  database: (
    <>
      <ellipse cx="12" cy="5.8" rx="7.5" ry="2.8" />
      <path d="M4.5 5.8v12.4c0 1.5 3.4 2.8 7.5 2.8s7.5-1.3 7.5-2.8V5.8" />
      <path d="M4.5 12c0 1.5 3.4 2.8 7.5 2.8s7.5-1.3 7.5-2.8" />
    </>
  ),
  voice: (
    <path d="M5.2 3.8h3.3l1.7 4.3-2.2 1.5a11.4 11.4 0 0 0 5.4 5.4l1.5-2.2 4.3 1.7v3.3a2 2 0 0 1-2.2 2A15.6 15.6 0 0 1 3.2 6a2 2 0 0 1 2-2.2z" />
  ),
  messaging: (
    <>
      <path d="M3.5 5.5h17v11.8H10.2L6 20.8v-3.5H3.5z" />
      <path d="M7.2 9.5h9.6M7.2 13h6.4" />
    </>
  ),
  border: (
    <>
      <rect x="3.5" y="4.5" width="17" height="15" rx="1" />
      <path d="M3.5 9.5h17M3.5 14.5h17M9.2 4.5v5M15 9.5v5M9.2 14.5v5" />
    </>
  ),
  compute: (
    <>
      <rect x="4" y="4" width="16" height="6.6" rx="1.4" />
      <rect x="4" y="13.4" width="16" height="6.6" rx="1.4" />
      <path d="M7.4 7.3h.1M10.4 7.3h6M7.4 16.7h.1M10.4 16.7h6" />
    </>
  ),
  orchestration: (
    <>
      <circle cx="12" cy="5.4" r="2.4" />
      <circle cx="5.4" cy="18.4" r="2.4" />
      <circle cx="12" cy="18.4" r="2.4" />
      <circle cx="18.6" cy="18.4" r="2.4" />
      <path d="M12 7.8V16M5.4 16v-1.6c0-1 .8-1.8 1.8-1.8h9.6c1 0 1.8.8 1.8 1.8V16" />
    </>
  ),
  management: (
    <>
      <rect x="3.2" y="4.2" width="17.6" height="12.2" rx="1.6" />
      <path d="m7 8.2 2.4 2.2L7 12.6M12 12.6h4.4M9 20h6M12 16.4V20" />
    </>
  ),
  security: (
    <>
      <circle cx="8" cy="12" r="4" />
      <path d="M12 12h9M17.4 12v3.4M20.4 12v2.4" />
    </>
  ),
  interception: (
    <>
      <path d="M6.6 10.4a5.4 5.4 0 0 1 10.8 0c0 3.2-3.1 3.7-3.1 6.9a3 3 0 0 1-5.6 1.5" />
      <path d="M9.4 10.6a2.6 2.6 0 0 1 5.2-.2c0 1.7-2 2-2 3.8" />
    </>
  ),
  supplier: (
    <>
      <path d="M3.4 20.2V10.6l5.2 3.3v-3.3l5.2 3.3V4h3.6l.9 7.6 2.3 1.6v7z" />
      <path d="M7.2 17h.1M11.2 17h.1M15.2 17h.1" />
    </>
  ),
  external: (
    <>
      <circle cx="12" cy="12" r="8.7" />
      <path d="M3.3 12h17.4M12 3.3c5 4.7 5 12.7 0 17.4M12 3.3c-5 4.7-5 12.7 0 17.4" />
    </>
  ),
  custom: (
    <>
      <rect x="4" y="4" width="16" height="16" rx="3" strokeDasharray="3.2 2.6" />
      <path d="M12 8.8v6.4M8.8 12h6.4" />
    </>
  ),
}

/** The decorative picture of a function family; size in pixels. The name beside it says what it is. */
export function Glyph({ family, size = 24 }: { family: string; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      focusable={false}
    >
      {GLYPHS[family] ?? GLYPHS.custom}
    </svg>
  )
}
