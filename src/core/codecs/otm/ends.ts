import type { Draft } from '../draft.ts'
import type { Flow, OtmFile } from './file.ts'
import type { Naming } from './naming.ts'
import type { Own } from './own.ts'

/** The components that flows lead from and to; `standIns` are those that the file does not have. */
export type Ends = Readonly<{
  idOf: (flow: Flow) => string
  of: (flow: Flow) => Readonly<{ from: string; to: string; open: readonly string[] }>
  standIns: readonly string[]
}>

export function endsIn(file: OtmFile, naming: Naming, own: Own | null, draft: Draft): Ends {
  const components = new Map<string, string>()
  for (const component of file.components) {
    if (!components.has(component.id)) components.set(component.id, naming.idOf(component))
  }
  const ids = new Map<Flow, string>()
  const taken = new Set<string>()
  for (const flow of file.flows) {
    const isOurs = own?.packed.has('links', flow.id) === true && !taken.has(flow.id)
    if (isOurs) taken.add(flow.id)
    ids.set(flow, isOurs ? flow.id : draft.fresh(flow.id || 'dataflow'))
  }
  const standIns: string[] = []
  const standIn = (wanted: string): string => {
    const id = draft.fresh(wanted)
    standIns.push(id)
    return id
  }
  const ends = new Map(
    file.flows.map((flow) => {
      const [from, to] = [components.get(flow.source), components.get(flow.destination)]
      const id = ids.get(flow) ?? ''
      const open = [...(from === undefined ? ['source'] : []), ...(to === undefined ? ['destination'] : [])]
      return [flow, { from: from ?? standIn(`${id}-from`), to: to ?? standIn(`${id}-to`), open }] as const
    }),
  )
  return {
    idOf: (flow) => ids.get(flow) ?? '',
    of: (flow) => ends.get(flow) ?? { from: '', to: '', open: [] },
    standIns,
  }
}
