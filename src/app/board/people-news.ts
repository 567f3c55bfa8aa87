import { getHost } from '../../commands/execute.ts'
import { stopFollowing, useFollow } from '../../state/follow-store.ts'
import { activeClient, type Person, type PeopleState, usePeople } from '../../state/people-store.ts'
import { answerSummon, useSummons } from './summon-store.ts'

/** Those who come within so long are told of together, and after that nothing is said of others for a while. */
const TOGETHER_MS = 2_000
const QUIET_MS = 20_000
/** How often one person is let ask, and how long the question stands. */
const SUMMON_PAUSE_MS = 8_000
const SUMMON_STANDS_MS = 30_000

/** Watches who comes, goes and asks, and says so quietly. Returns the ending. */
export function watchPeople(): () => void {
  const known = new Set<string>()
  const heard = new Map<number, string | null>()
  const askedAt = new Map<string, number>()
  let joined: string[] = []
  let toldAt: number | null = null
  let telling: ReturnType<typeof setTimeout> | undefined
  const timers = new Set<ReturnType<typeof setTimeout>>()

  const tellJoined = () => {
    telling = undefined
    getHost()?.announce(inWords(joined, toldAt === null))
    joined = []
    toldAt = performance.now()
  }
  const lookForJoined = (people: readonly Person[]) => {
    for (const { key, name, mine } of people) {
      if (known.has(key) || mine) continue
      known.add(key)
      joined.push(name)
      const quiet = toldAt === null ? 0 : toldAt + QUIET_MS - performance.now()
      telling ??= setTimeout(tellJoined, Math.max(TOGETHER_MS, quiet))
    }
  }
  const lookForFollowed = ({ people, live }: PeopleState) => {
    const { followed } = useFollow.getState()
    if (followed === null || people.some(({ clients }) => clients.includes(followed.client))) return
    const person = people.find(({ key }) => key === followed.key)
    const client = person === undefined ? null : activeClient(person, live)
    if (client !== null) return useFollow.setState({ followed: { ...followed, client } })
    stopFollowing()
    getHost()?.notify(`${followed.name} has left the board.`)
  }
  const lookForSummons = ({ live, people }: PeopleState) => {
    for (const [client, { summon, name, colour }] of live) {
      const id = summon?.id ?? null
      const before = heard.get(client)
      heard.set(client, id ?? before ?? null)
      // What stood there when this person came was not meant for this person.
      if (summon === null || before === undefined || before === id) continue
      const person = people.find(({ clients }) => clients.includes(client))
      if (person === undefined || person.mine) continue
      const now = performance.now()
      if (now - (askedAt.get(person.key) ?? -Infinity) < SUMMON_PAUSE_MS) continue
      askedAt.set(person.key, now)
      const asked = { id: summon.id, key: person.key, name, colour, view: summon.view }
      useSummons.setState(({ summons }) => ({
        summons: [...summons.filter(({ key }) => key !== person.key), asked].slice(-3),
      }))
      getHost()?.announce(`${name} asks you to come to where they are. Answer under Notices.`)
      const timer = setTimeout(() => {
        timers.delete(timer)
        answerSummon(summon.id)
      }, SUMMON_STANDS_MS)
      timers.add(timer)
    }
  }
  const look = (now: PeopleState, before?: PeopleState) => {
    if (now.people !== before?.people) {
      lookForJoined(now.people)
      lookForFollowed(now)
    }
    lookForSummons(now)
  }
  look(usePeople.getState())
  const stop = usePeople.subscribe(look)

  return () => {
    stop()
    clearTimeout(telling)
    for (const timer of timers) clearTimeout(timer)
    useSummons.setState({ summons: [] })
    useFollow.setState({ followed: null })
  }
}

function inWords(names: readonly string[], here: boolean): string {
  const [one = '', two = ''] = names
  const rest = names.length - 2
  const who = rest > 0 ? `${one}, ${two} and ${rest} more` : names.join(' and ')
  if (here) return `Also here: ${who}`
  return `${who} joined`
}
