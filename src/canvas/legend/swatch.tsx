import { CoverageMark } from '../../ui/coverage-mark.tsx'
import { Icon } from '../../ui/icon.tsx'
import css from './legend.module.css'
import type { Sign } from '../../core/paint/legend-entries.ts'

const STANDING = { source: 'risk', held: 'held', taken: 'taken', reached: 'reached' } as const

/** A mark of the canvas in small. What it means stands beside it. */
export function Swatch({ of: sign }: { of: Sign }) {
  switch (sign.sign) {
    case 'standing':
      return <Chip icon={STANDING[sign.of]} of={sign.of} />
    case 'change':
      return <Chip icon={sign.of === 'gone' ? 'check' : 'add'} of={sign.of} />
    case 'blast':
      return <Chip icon={sign.of} of="blast" />
    case 'cover':
      return <CoverageMark state={sign.of} />
    case 'plane':
      return <Line of={sign.of} />
    case 'route':
      return <Line of={sign.of} />
    case 'flow':
      return (
        <svg viewBox="0 0 34 10" className={css.line} data-of="taken">
          <path d="M0 5H34" />
          <path className={css.chevrons} d="M8 2.5 11 5 8 7.5M18 2.5 21 5 18 7.5M28 2.5 31 5 28 7.5" />
        </svg>
      )
    case 'controlled':
      return (
        <svg viewBox="0 0 34 10" className={css.line}>
          <path d="M0 5H28" />
          <path className={css.head} d="M26 1.5 33 5 26 8.5Z" />
        </svg>
      )
    case 'cut':
      return (
        <svg viewBox="0 0 34 10" className={css.line}>
          <path d="M0 5H13M21 5H34" />
          <path className={css.bars} d="M14 1V9M20 1V9" />
        </svg>
      )
    case 'ring':
      return <span className={css.ring} />
    case 'step':
      return <span className={css.step}>1</span>
    case 'covered':
      return <span className={css.figures}>1 of 2</span>
    case 'planned':
      return <span className={css.planned} />
    case 'choke':
      return (
        <span className={css.chip} data-of="choke">
          <Icon name="choke" size={12} />1
        </span>
      )
    case 'door':
      return <Chip icon="reached" of="door" />
    case 'risks':
      return <Chip icon="risk" of="risks" />
    case 'critical':
      return <Chip icon="critical" of="plain" />
    case 'findings':
      return <Chip icon="warning" of="findings" />
  }
}

const Chip = ({ icon, of }: { icon: string; of: string }) => (
  <span className={css.chip} data-of={of}>
    <Icon name={icon} size={12} />
  </span>
)

const Line = ({ of }: { of: string }) => (
  <svg viewBox="0 0 34 10" className={css.line} data-of={of}>
    <path d="M0 5H34" />
  </svg>
)
