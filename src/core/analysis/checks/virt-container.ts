import { type Check, findingsAt } from './check.ts'
import { CONTAINER_HOSTS } from './function-groups.ts'

export const virtContainer: Check = {
  id: 'chk-virt-container',
  run: ({ places }) =>
    findingsAt(places, (host) => {
      if (!CONTAINER_HOSTS.has(host.fn)) return null
      const guests = host.guests.filter(({ zone }) => zone !== null)
      const first = guests[0]
      const other = guests.find(({ zone }) => zone !== first?.zone)
      if (first === undefined || other === undefined) return null
      const words = `${first.name} and ${other.name} lie in different trust zones and share the container host ${host.name}.`
      return { check: 'chk-virt-container', records: [host.id, ...guests.map(({ id }) => id)], words }
    }),
}
