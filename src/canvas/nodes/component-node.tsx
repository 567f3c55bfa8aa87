import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { functionById } from '../../core/catalogue/functions.ts'
import { useView } from '../../state/view-store.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useCanvas } from '../canvas-store.ts'
import { type Change, type ComponentPaint, NUMBERED, type Standing } from '../../core/paint/marks.ts'
import { hueStyle } from '../paint/tints.ts'
import { blastWord, coverInWords, criticalityOf, findingsInWords, glyphOf } from '../../core/paint/labels.ts'
import { isShortName } from '../scene/text-width.ts'
import { LateCoverBadge } from './late-cover-badge.tsx'
import { NameEditor } from './name-editor.tsx'
import type { ComponentNodeType } from './node-types.ts'
import classes from './nodes.module.css'

const STANDING: Readonly<Record<Standing, Readonly<{ icon: string; word: string }>>> = {
  taken: { icon: 'taken', word: 'Taken' },
  reached: { icon: 'reached', word: 'Reached' },
  source: { icon: 'risk', word: 'Source' },
  held: { icon: 'held', word: 'Held' },
}

const CHANGE: Readonly<Record<Change, Readonly<{ icon: string; word: string }>>> = {
  gone: { icon: 'check', word: 'Gone out' },
  come: { icon: 'add', word: 'New' },
}

export const ComponentNode = memo(function ComponentNode({ id, data }: NodeProps<ComponentNodeType>) {
  const { component, functionName, vendor, paint } = data
  const renaming = useView((view) => view.renaming === id)
  const aimed = useCanvas(({ connecting }) => connecting !== null && connecting.over === id)
  const name = component.name === '' ? 'Unnamed' : component.name
  const kind = functionById(component.function)?.segment ?? null
  const isShort = isShortName(name)
  const cover = coverInWords(paint)
  const details = [functionName === name ? null : functionName, vendor].filter((part) => part !== null)
  return (
    <div
      className={classes.component}
      style={hueStyle(kind)}
      data-criticality={criticalityOf(component)}
      data-aimed={aimed || undefined}
      title={[name, ...details, ...(cover === null ? [] : [`Coverage: ${cover}`])].join('\n')}
    >
      <span className={classes.glyph}>
        <Glyph family={glyphOf(component)} size={22} />
      </span>
      <span className={classes.text}>
        {renaming ? (
          <NameEditor kind="components" id={id} name={component.name} />
        ) : (
          <span className={classes.name}>{name}</span>
        )}
        {isShort ? (
          details.map((detail) => (
            <span key={detail} className={classes.detail}>
              {detail}
            </span>
          ))
        ) : (
          <span className={classes.detail}>{details.join(' · ')}</span>
        )}
      </span>
      <Markers component={component} risks={paint.risks} />
      <Badges paint={paint} />
      <Findings count={paint.findings} />
      {paint.cover !== null && <LateCoverBadge of={paint} />}
    </div>
  )
})

/** On the upper edge: what it is to the attack on the left, its rank as a choke point on the right. */
function Badges({ paint: { standing, change, blast, anyway, choke } }: { paint: ComponentPaint }) {
  return (
    <>
      <span className={classes.badges}>
        {standing !== null && (
          <Mark kind={standing} icon={STANDING[standing].icon} word={STANDING[standing].word} />
        )}
        {change !== null && <Mark kind={change} icon={CHANGE[change].icon} word={CHANGE[change].word} />}
        {blast !== null && blast !== 'held' && (
          <Mark kind="blast" icon={blast === 'origin' ? 'blast' : blast} word={blastWord(blast, anyway)} />
        )}
      </span>
      {choke !== null && choke <= NUMBERED && (
        <span className={classes.rank} title={`Choke point ${choke} among components`}>
          <Icon name="choke" size={12} />
          {choke}
        </span>
      )}
    </>
  )
}

/** How many rules it breaks, while the checks are shown. */
function Findings({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <span className={classes.findings} title={findingsInWords(count)}>
      <Icon name="warning" size={12} />
      {count}
    </span>
  )
}

const Mark = ({ kind, icon, word }: { kind: string; icon: string; word: string }) => (
  <span className={classes.standing} data-standing={kind}>
    <Icon name={icon} size={12} />
    {word}
  </span>
)

function Markers({ component, risks }: { component: ComponentNodeType['data']['component']; risks: number }) {
  const criticality = criticalityOf(component)
  const isMarked = criticality === 'critical' || criticality === 'high'
  if (!isMarked && risks === 0) return null
  const word = criticality === 'critical' ? 'Critical' : 'High criticality'
  const told = risks === 1 ? '1 live risk' : `${risks} live risks`
  return (
    <span className={classes.markers}>
      {isMarked && (
        <span className={classes.criticality} title={word}>
          <Icon name="critical" size={13} />
        </span>
      )}
      {risks > 0 && (
        <span className={classes.risks} title={told}>
          <Icon name="risk" size={12} />
          {risks > 1 && risks}
        </span>
      )}
    </span>
  )
}
