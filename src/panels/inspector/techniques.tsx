import { useEffect, useState } from 'react'
import css from './inspector.module.css'

type Technique = Readonly<{ id: string; name: string; url: string }>
type Named = Readonly<{
  fight: readonly Technique[]
  attack: readonly Technique[]
  notices: readonly string[]
}>

type Ids = Readonly<{ fight: readonly string[]; attack: readonly string[] }>

/** Identifiers of FiGHT and ATT&CK; their names come with their notices once somebody opens the list. */
export function Techniques({ fight, attack }: Ids) {
  const [open, setOpen] = useState(false)
  if (fight.length + attack.length === 0) return null
  return (
    <details className={css.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>FiGHT and ATT&CK: {[...fight, ...attack].join(', ')}</summary>
      {open && <NamedTechniques fight={fight} attack={attack} />}
    </details>
  )
}

function NamedTechniques({ fight, attack }: Ids) {
  const [named, setNamed] = useState<Named | null>(null)
  useEffect(() => {
    let gone = false
    void loadNames(fight, attack).then((names) => {
      if (!gone) setNamed(names)
    })
    return () => {
      gone = true
    }
  }, [fight, attack])
  if (named === null) return <p className={css.quiet}>Loading the names…</p>
  return (
    <>
      <List title="MITRE FiGHT" techniques={named.fight} />
      <List title="MITRE ATT&CK" techniques={named.attack} />
      {named.notices.map((notice) => (
        <p key={notice} className={css.quiet}>
          {notice}
        </p>
      ))}
    </>
  )
}

function List({ title, techniques }: Readonly<{ title: string; techniques: readonly Technique[] }>) {
  if (techniques.length === 0) return null
  return (
    <ul className={css.bullets} aria-label={title}>
      {techniques.map(({ id, name, url }) => (
        <li key={id}>
          <a className={css.link} href={url} target="_blank" rel="noreferrer">
            {id}
          </a>{' '}
          {name}
        </li>
      ))}
    </ul>
  )
}

/** Both lists are large, and few people open them. */
async function loadNames(fightIds: readonly string[], attackIds: readonly string[]): Promise<Named> {
  const [{ fight }, { attack }] = await Promise.all([
    import('../../core/catalogue/fight.ts'),
    import('../../core/catalogue/attack.ts'),
  ])
  const named = (ids: readonly string[], known: readonly Technique[]) =>
    ids.flatMap((id) => known.find((technique) => technique.id === id) ?? [])
  return {
    fight: named(fightIds, fight.techniques),
    attack: named(attackIds, attack.techniques),
    notices: [
      ...(fightIds.length > 0 ? [fight._source.notice] : []),
      ...(attackIds.length > 0 ? [attack._source.notice] : []),
    ],
  }
}
