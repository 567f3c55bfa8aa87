import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const ink: MantineColorsTuple = [
  '#eef4f6',
  '#dbe6ea',
  '#b4cdd6',
  '#8ab2c1',
  '#689bae',
  '#528da2',
  '#45869d',
  '#347389',
  '#25667b',
  '#0d586d',
]

/** One shade for filled controls that gives 4.5:1 with its text in both schemes; Mantine's own defaults do not. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: 8,
  autoContrast: true,
  colors: { ink },
  fontFamily: 'Inter, "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
})

const muted = {
  '--mantine-color-dimmed': 'var(--rf-text-muted)',
  '--mantine-color-placeholder': 'var(--rf-text-muted)',
  '--mantine-color-text': 'var(--rf-text)',
  '--mantine-color-body': 'var(--rf-surface)',
}

/** Mantine's own greys give less than 4.5:1 on our surfaces. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: muted, dark: muted })
