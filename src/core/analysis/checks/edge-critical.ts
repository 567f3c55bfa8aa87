import { type Check, findingsAt } from './check.ts'

export const edgeCritical: Check = {
  id: 'chk-edge-critical',
  run: ({ places }) =>
    findingsAt(places, (place) => {
      if (!place.edge) return null
      const hosted = place.guests.filter(({ critical }) => critical)
      const reasons = [
        ...(place.critical ? ['is a critical function'] : []),
        ...(place.component.sensitiveData ? ['holds sensitive data'] : []),
        ...(hosted.length > 0 ? [`hosts ${hosted.map(({ name }) => name).join(', ')}`] : []),
      ]
      if (reasons.length === 0) return null
      const words = `${place.name} stands in the exposed edge and ${reasons.join(' and ')}.`
      return { check: 'chk-edge-critical', records: [place.id, ...hosted.map(({ id }) => id)], words }
    }),
}
