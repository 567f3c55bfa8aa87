import type { ReactNode } from 'react'

/**
 * Which of its stages something is in, told by words and by a bar that moves with the stages alone: what moves by itself has
 * the page drawn anew for each frame, which without a graphics card takes the processor from the work that is waited for.
 */
export function StageProgress({
  label,
  stages,
  stage,
  children,
}: {
  label: string
  /** Words for each stage, in the order in which they come. */
  stages: Readonly<Record<string, string>>
  stage: string
  children?: ReactNode
}) {
  const names = Object.keys(stages)
  return (
    <>
      <progress aria-label={label} max={names.length + 1} value={names.indexOf(stage) + 1} />
      <p>
        {stages[stage]} {children}
      </p>
    </>
  )
}
