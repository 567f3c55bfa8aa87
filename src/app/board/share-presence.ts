import type { BoardConnection } from '../../collab/client/connection.ts'
import { PresenceSender } from '../../collab/client/presence-sender.ts'
import { useAsking } from '../../state/asking-store.ts'
import { useConnection } from '../../state/connection-store.ts'
import { usePeople } from '../../state/people-store.ts'
import { useIdentity } from '../own-identity.ts'

/** Tells the others of this person, and the stores of the others. Returns the ending. */
export function sharePresence({ awareness, rename }: BoardConnection): () => void {
  const sender = new PresenceSender(awareness)
  const { name, colour } = useIdentity.getState()
  sender.tell({ name, colour, cursor: null, selection: [] })
  const stopRenaming = useIdentity.subscribe((identity) => {
    sender.tell({ name: identity.name, colour: identity.colour })
    void rename()
  })
  usePeople.setState({ self: awareness.clientID })
  const stopFollowing = awaitOthers(awareness)
  useConnection.setState({ publish: (change) => sender.tell(change) })

  return () => {
    stopFollowing()
    stopRenaming()
    sender.stop()
    usePeople.setState(usePeople.getInitialState())
    useAsking.setState(useAsking.getInitialState())
  }
}

/** What shows the others is loaded when the first of them is here; where it cannot be had, the next word tries again. */
function awaitOthers(awareness: BoardConnection['awareness']): () => void {
  const arrived = Date.now()
  let stop = () => awareness.off('change', look)
  let isOver = false
  let isLoading = false
  const look = () => {
    if (isLoading || [...awareness.getStates().keys()].every((client) => client === awareness.clientID))
      return
    isLoading = true
    void load().catch(() => {
      isLoading = false
    })
  }
  const load = async () => {
    const { followOthers } = await import('./others.ts')
    if (isOver) return
    stop()
    stop = followOthers(awareness, arrived)
  }
  awareness.on('change', look)
  look()
  return () => {
    isOver = true
    stop()
  }
}
