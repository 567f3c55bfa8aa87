import { SUMMON_STANDS_MS } from '../../collab/doc/summon.ts'
import { getHost } from '../../commands/execute.ts'
import { type PeopleState, usePeople } from '../../state/people-store.ts'
import { answerSummon, useSummons } from './summon-store.ts'

/** How often one person is let ask. */
const PAUSE_MS = 8_000

/**
 * Shows who asks this person to come, until that is answered, taken back or old, or the one who asks has left; what goes
 * by itself says why. Returns the ending.
 */
export function watchSummons(): () => void {
  const heard = new Map<number, string | null>()
  const askedAt = new Map<string, number>()
  const timers = new Set<ReturnType<typeof setTimeout>>()

  const withdraw = (id: string, why: string) => {
    if (!useSummons.getState().summons.some((summon) => summon.id === id)) return
    answerSummon(id)
    getHost()?.notify(why)
  }
  const lookForOver = ({ live, people }: PeopleState) => {
    for (const { id, key, client, name } of useSummons.getState().summons) {
      const isHere = people.some((person) => person.key === key && person.clients.includes(client))
      if (!isHere) withdraw(id, `${name} has left, and asks you to come no more.`)
      // One who is only about to leave may be back in a moment, with the same question.
      else if (live.has(client) && live.get(client)?.summon?.id !== id)
        withdraw(id, `${name} has taken back the request to come.`)
    }
  }
  const lookForNew = ({ live, people }: PeopleState) => {
    for (const [client, { summon, name, colour }] of live) {
      const id = summon?.id ?? null
      const before = heard.get(client)
      heard.set(client, id ?? before ?? null)
      // What stood there when this person came was not meant for this person.
      if (summon === null || before === undefined || before === id) continue
      const person = people.find(({ clients }) => clients.includes(client))
      if (person === undefined || person.mine) continue
      const now = performance.now()
      if (now - (askedAt.get(person.key) ?? -Infinity) < PAUSE_MS) continue
      askedAt.set(person.key, now)
      const asked = { id: summon.id, key: person.key, client, name, colour, view: summon.view }
      useSummons.setState(({ summons }) => ({
        summons: [...summons.filter(({ key }) => key !== person.key), asked].slice(-3),
      }))
      getHost()?.announce(`${name} asks you to come to where they are. Answer under Notices.`)
      const timer = setTimeout(() => {
        timers.delete(timer)
        withdraw(summon.id, `${name} asked you to come a minute ago. The request has gone.`)
      }, SUMMON_STANDS_MS)
      timers.add(timer)
    }
  }
  const look = (now: PeopleState) => {
    // First what is new: who asks again has taken nothing back.
    lookForNew(now)
    lookForOver(now)
  }
  look(usePeople.getState())
  const stop = usePeople.subscribe(look)

  return () => {
    stop()
    for (const timer of timers) clearTimeout(timer)
    useSummons.setState({ summons: [] })
  }
}
