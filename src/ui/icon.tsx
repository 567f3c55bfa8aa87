import {
  IconAffiliate,
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowUp,
  IconBolt,
  IconBuildingFactory2,
  IconCheck,
  IconChevronDown,
  IconChevronRight,
  IconCommand,
  IconCrown,
  IconDoorEnter,
  IconDots,
  IconEyeQuestion,
  IconFilter,
  IconFlag,
  IconFocus2,
  IconFrame,
  IconHandStop,
  IconHelp,
  IconLayoutBottombar,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconLink,
  IconListDetails,
  IconListTree,
  IconMessage2,
  IconMoon,
  IconNote,
  IconPlus,
  IconPointer,
  IconPointerBolt,
  IconQuestionMark,
  IconRoute,
  IconRubberStamp,
  IconSearch,
  IconServer,
  IconShare,
  IconFileExport,
  IconSun,
  IconTargetArrow,
  IconX,
  IconZoomIn,
  IconZoomOut,
  IconZoomScan,
} from '@tabler/icons-react'
import { Suspense } from 'react'
import { isLate, type LateIconName } from './late-icon-names.ts'
import { late } from './late.ts'

const LateIcon = late(async () => ({ default: (await import('./late-icon.tsx')).LateIcon }))

const ICONS = {
  accepted: IconRubberStamp,
  add: IconPlus,
  ascending: IconArrowUp,
  board: IconFrame,
  check: IconCheck,
  choke: IconFocus2,
  close: IconX,
  command: IconCommand,
  comment: IconMessage2,
  component: IconServer,
  critical: IconCrown,
  dark: IconMoon,
  descending: IconArrowDown,
  down: IconChevronDown,
  drawer: IconLayoutBottombar,
  exposure: IconRoute,
  filter: IconFilter,
  fit: IconZoomScan,
  hand: IconHandStop,
  held: IconFlag,
  help: IconHelp,
  inspector: IconLayoutSidebarRight,
  laser: IconPointerBolt,
  legend: IconListDetails,
  light: IconSun,
  link: IconLink,
  more: IconDots,
  note: IconNote,
  outline: IconListTree,
  palette: IconLayoutSidebar,
  pointer: IconPointer,
  question: IconQuestionMark,
  reached: IconDoorEnter,
  redo: IconArrowForwardUp,
  right: IconChevronRight,
  risk: IconBolt,
  search: IconSearch,
  segment: IconAffiliate,
  share: IconShare,
  export: IconFileExport,
  taken: IconTargetArrow,
  undo: IconArrowBackUp,
  unverified: IconEyeQuestion,
  vendor: IconBuildingFactory2,
  warning: IconAlertTriangle,
  'zoom-in': IconZoomIn,
  'zoom-out': IconZoomOut,
} as const

export type IconName = keyof typeof ICONS | LateIconName

export const isIconName = (name: string): name is IconName => name in ICONS || isLate(name)

/** A decorative icon by its name; size in pixels. The word beside it or the control's label says what it means. */
export function Icon({ name, size = 18 }: { name: string; size?: number }) {
  if (isLate(name)) {
    return (
      <Suspense fallback={<svg width={size} height={size} aria-hidden />}>
        <LateIcon name={name} size={size} />
      </Suspense>
    )
  }
  const Drawn = ICONS[name in ICONS ? (name as keyof typeof ICONS) : 'question']
  return <Drawn size={size} stroke={1.6} aria-hidden focusable={false} />
}
