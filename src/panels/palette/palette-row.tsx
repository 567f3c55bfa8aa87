import { isVerified } from '../../core/catalogue/verified.ts'
import { familyOf } from '../../core/catalogue/families.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { PaletteItem, PaletteRow } from './palette-items.ts'
import classes from './palette-panel.module.css'

/** What stands in one row of the palette. */
export function PaletteRowView({ row }: { row: PaletteRow }) {
  const { item, label, detail, count } = row
  if (item === null) {
    return (
      <>
        <span className={classes.name}>{label}</span>
        <span className={classes.number}>{count}</span>
      </>
    )
  }
  return (
    <>
      <span className={classes.glyph}>
        <ItemGlyph item={item} />
      </span>
      <span className={classes.text} title={detail === '' ? label : `${label}: ${detail}`}>
        <span className={classes.name}>{label}</span> <span className={classes.detail}>{detail}</span>
      </span>
      <Marks item={item} />
    </>
  )
}

function ItemGlyph({ item }: { item: PaletteItem }) {
  if (item.kind !== 'component') return <Icon name={item.kind} size={17} />
  return <Glyph family={familyOf(item.function?.id ?? null)} size={18} />
}

function Marks({ item }: { item: PaletteItem }) {
  if (item.kind !== 'component' || item.function === null) return null
  const { criticality, source } = item.function
  return (
    <>
      {criticality === 'critical' && (
        <Mark
          icon="critical"
          word="critical"
          means="Critical: a target of exposures unless you say otherwise"
        />
      )}
      {!isVerified(item.function) && (
        <Mark
          icon="unverified"
          word="unverified"
          means={`Unverified: nobody has checked this entry against its source${source === '' ? '' : ` (${source})`}`}
        />
      )}
    </>
  )
}

function Mark({ icon, word, means }: { icon: string; word: string; means: string }) {
  return (
    <span className={classes.mark} title={means}>
      <Icon name={icon} size={14} />
      <span className="rf-visually-hidden">, {word}</span>
    </span>
  )
}
