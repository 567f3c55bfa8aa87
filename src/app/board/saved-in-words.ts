import type { ConnectionState } from '../../collab/client/connection-state.ts'

type Known = Pick<ConnectionState, 'phase' | 'role' | 'pending' | 'kept'>

/** What a person may rely on: "Saved" only when the server has acknowledged everything. */
export function savedInWords({ phase, role, pending, kept }: Known): string {
  if (phase === 'ended') return 'Disconnected'
  if (phase === 'offline') {
    if (pending === 0) return 'Offline'
    const changes = `${pending} ${pending === 1 ? 'change' : 'changes'}`
    return `Offline – ${changes} ${kept ? 'kept on this device' : 'only in this tab'}`
  }
  if (phase === 'connecting') return 'Connecting…'
  if (role === 'viewer') return 'Read-only'
  return pending === 0 ? 'Saved' : 'Saving…'
}
