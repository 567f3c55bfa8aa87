import type { Check } from './check.ts'
import { CONTAINER_HOSTS } from './function-groups.ts'

export const virtContainer: Check = {
  id: 'chk-virt-container',
  run: ({ places }) =>
    places.flatMap((host) => {
      if (!CONTAINER_HOSTS.has(host.fn)) return []
      const guests = host.guests.filter(({ zone }) => zone !== null)
      const first = guests[0]
      const other = guests.find(({ zone }) => zone !== first?.zone)
      if (first === undefined || other === undefined) return []
      const words = `${first.name} and ${other.name} lie in different trust zones and share the container host ${host.name}.`
      return [{ check: 'chk-virt-container', records: [host.id, ...guests.map(({ id }) => id)], words }]
    }),
}
