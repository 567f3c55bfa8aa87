import { getHost } from '../../commands/execute.ts'
import { stopFollowing, useFollow } from '../../state/follow-store.ts'
import { activeClient, type Person, type PeopleState, usePeople } from '../../state/people-store.ts'
import { watchSummons } from './summon-watch.ts'

/** Those who come within so long are told of together, and after that nothing is said of others for a while. */
const TOGETHER_MS = 2_000
const QUIET_MS = 20_000

/** Watches who comes, goes and asks, and says so quietly. Returns the ending. */
export function watchPeople(): () => void {
  const known = new Set<string>()
  let joined: string[] = []
  let toldAt: number | null = null
  let telling: ReturnType<typeof setTimeout> | undefined

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
  const look = (now: PeopleState, before?: PeopleState) => {
    if (now.people === before?.people) return
    lookForJoined(now.people)
    lookForFollowed(now)
  }
  look(usePeople.getState())
  const stop = usePeople.subscribe(look)
  const stopSummons = watchSummons()

  return () => {
    stop()
    clearTimeout(telling)
    stopSummons()
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
