import { emptyModel, type Policy } from '../core/model/records.ts'
import { type AccessPolicy, type Carries, type Plane, PLANES } from '../core/model/terms.ts'
import { type Command, command } from './command.ts'

/** How a board is judged where nobody said otherwise (MO2). */
export const DEFAULT_POLICY: Policy = emptyModel().meta.policy

/** Says what links of one plane carry where nothing else says so (AN4), for everybody at the board. */
export const setPlane: Command<Readonly<{ plane: Plane; carries: Carries }>> = command({
  id: 'exposure.set-plane',
  label: 'Change what a plane carries',
  icon: 'link',
  group: 'exposure',
  role: 'editor',
  run: ({ edit }, { plane, carries }) =>
    edit(
      `Let the ${plane.replace('-', ' ')} plane carry ${carries === 'none' ? 'nothing' : carries}`,
      (editor) => editor.setMeta({ policy: { planes: { [plane]: carries } } }),
    ),
})

/** Says whether access lets an attacker in at a known weakness only, or always (AN6), for everybody at the board. */
export const setAccess: Command<AccessPolicy> = command({
  id: 'exposure.set-access',
  label: 'Change what access lets in',
  icon: 'reached',
  group: 'exposure',
  role: 'editor',
  run: ({ edit }, access) =>
    edit(
      access === 'assume' ? 'Let access always get in' : 'Let access get in at a weakness only',
      (editor) => editor.setMeta({ policy: { access } }),
    ),
})

/** Whether planes and access are judged as on a new board; the scenario is another matter. */
export const isDefaultPolicy = ({ planes, access }: Policy): boolean =>
  access === DEFAULT_POLICY.access && PLANES.every((plane) => planes[plane] === DEFAULT_POLICY.planes[plane])

export const defaultPolicy = command({
  id: 'exposure.default-policy',
  label: 'Policy back to defaults',
  icon: 'undo',
  group: 'exposure',
  role: 'editor',
  when: ({ model }) => !isDefaultPolicy(model.meta.policy),
  run: ({ edit, host }) => {
    const { planes, access } = DEFAULT_POLICY
    edit('Policy back to defaults', (editor) => editor.setMeta({ policy: { planes, access } }))
    host.announce('Planes and access are judged as by default')
  },
})
