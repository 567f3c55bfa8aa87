import { EdgeLabelRenderer } from '@xyflow/react'
import { memo } from 'react'
import { lengthOf, reversed, stopAt } from '../../core/layout/routes/path.ts'
import type { Point } from '../../core/model/records.ts'
import { useView } from '../../state/view-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { NameEditor } from '../nodes/name-editor.tsx'
import { NUMBERED } from '../../core/paint/marks.ts'
import { findingsInWords } from '../../core/paint/labels.ts'
import type { LinkData, LinkEdgeType } from './edge-types.ts'
import classes from './edges.module.css'

/** The labels of all links, above every line. One layer for all: React Flow's way in costs a search of the page a frame. */
export const LinkLabels = memo(function LinkLabels({ edges }: { edges: readonly LinkEdgeType[] }) {
  return (
    <EdgeLabelRenderer>
      {edges.map((edge) => (
        <LinkLabel key={edge.id} edge={edge} />
      ))}
    </EdgeLabelRenderer>
  )
})

const LinkLabel = memo(function LinkLabel({ edge }: { edge: LinkEdgeType }) {
  const { id, data, selected } = edge
  const renaming = useView((view) => view.renaming === id)
  if (data === undefined) return null
  const { door } = data.paint
  return (
    <>
      <Label id={id} data={data} renaming={renaming} selected={selected === true} />
      {door !== null && <Door points={data.route.points} door={door} />}
    </>
  )
})

function Label(props: { id: string; data: LinkData; renaming: boolean; selected: boolean }) {
  const { id, data, renaming, selected } = props
  const { label, route, paint, near } = data
  const signs = signsOf(paint)
  if (label === null && paint.step === null && signs.length === 0 && !renaming) return null
  const [x, y] = route.label
  return (
    <div
      className={classes.label}
      style={{ transform: centredOn(x, y) }}
      data-link-label={id}
      data-mark={paint.mark ?? undefined}
      data-step={paint.step !== null || undefined}
      data-signed={signs.length > 0 || undefined}
      data-change={paint.change ?? undefined}
      data-choke={paint.choke !== null || undefined}
      data-near={near || selected || undefined}
      data-selected={selected || undefined}
      aria-hidden={renaming ? undefined : true}
    >
      {paint.step !== null && <span className={classes.step}>{paint.step}</span>}
      {signs.map(({ sign, icon, words, number }) => (
        <span key={sign} className={classes.sign} data-sign={sign} title={words}>
          <Icon name={icon} size={12} />
          {number}
        </span>
      ))}
      {renaming ? <NameEditor kind="links" id={id} name={data.link.name ?? ''} /> : label}
    </div>
  )
}

type Sign = Readonly<{ sign: string; icon: string; words: string; number?: number }>

/** What is said of a link besides its name, each by an icon. */
function signsOf({ change, choke, cut, findings }: LinkData['paint']): readonly Sign[] {
  const signs: Sign[] = []
  if (change === 'gone') signs.push({ sign: 'gone', icon: 'check', words: 'Would no longer be on a route' })
  if (change === 'come') signs.push({ sign: 'come', icon: 'add', words: 'Would newly be on a route' })
  if (choke !== null && choke <= NUMBERED)
    signs.push({ sign: 'choke', icon: 'choke', words: `Choke point ${choke} among links`, number: choke })
  if (cut) signs.push({ sign: 'cut', icon: 'cut', words: 'In the separating set' })
  if (findings > 0)
    signs.push({
      sign: 'finding',
      icon: 'warning',
      words: findingsInWords(findings),
      number: findings,
    })
  return signs
}

/** Larger where the board is seen from far. */
const centredOn = (x: number, y: number): string =>
  `translate(${x}px, ${y}px) translate(-50%, -50%) scale(var(--larger, 1))`

/** A closed door stands just before the component that is reached. */
function Door({ points, door }: { points: readonly Point[]; door: 'from' | 'to' }) {
  const line = door === 'to' ? points : reversed(points)
  const length = lengthOf(line)
  const [x, y] = stopAt(line, Math.max(length / 2, length - 17)).at
  return (
    <span className={classes.door} style={{ transform: centredOn(x, y) }}>
      <Icon name="reached" size={12} />
    </span>
  )
}
