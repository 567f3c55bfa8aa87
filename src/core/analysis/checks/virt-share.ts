import { type Check, findingsAt } from './check.ts'

export const virtShare: Check = {
  id: 'chk-virt-share',
  run: ({ places }) =>
    findingsAt(places, (host) => {
      if (host.guests.length < 2) return null
      // What only hosts others is no workload.
      const loads = host.guests.filter((guest) => guest.guests.length === 0)
      const first = loads.find(({ oversight }) => oversight)
      const other = loads.find(({ oversight }) => !oversight)
      if (first === undefined || other === undefined) return null
      const words = `${host.name} runs the oversight function ${first.name} beside other workloads such as ${other.name}.`
      return { check: 'chk-virt-share', records: [host.id, ...loads.map(({ id }) => id)], words }
    }),
}
