import type { Check } from './check.ts'

export const virtSelf: Check = {
  id: 'chk-virt-self',
  run: ({ places, from, hostsOf }) =>
    places.flatMap((place) => {
      if (!place.oversight) return []
      const hosts = hostsOf(place)
      const own = from(place).find(({ plane, to }) => plane === 'management' && hosts.includes(to))
      if (own === undefined) return []
      const words = `${place.name} runs on ${own.to.name}, which it administers itself.`
      return [{ check: 'chk-virt-self', records: [place.id, own.to.id, own.link.id], words }]
    }),
}
