import { type Check, findingsAt } from './check.ts'
import { ROUTERS } from './function-groups.ts'
import type { Join } from './place.ts'

const isIbgp = ({ via }: Join) => via === 'ibgp'

export const edgePe: Check = {
  id: 'chk-edge-pe',
  run: ({ places }) =>
    findingsAt(places, (place) => {
      if (!place.edge) return null
      if (!ROUTERS.has(place.fn) && !place.out.some(isIbgp) && !place.into.some(isIbgp)) return null
      const routes = [...place.out.filter(isIbgp), ...place.into.filter(isIbgp)]
      const words = `${place.name} stands in the exposed edge and takes part in core routing.`
      return { check: 'chk-edge-pe', records: [place.id, ...routes.map(({ link }) => link.id)], words }
    }),
}
