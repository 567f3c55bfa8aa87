import { askThreats } from '../state/threat-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command } from './command.ts'
import { selectedSubject } from './comments.ts'

/** Proposals for what is selected, in a dialog; nothing is written before somebody adds or dismisses one. */
export const suggestThreats: Command = command({
  id: 'threat.suggest',
  label: 'Suggest threats…',
  icon: 'threat',
  group: 'create',
  role: 'editor',
  when: (now) => selectedSubject(now) !== null,
  run: () => setView({ dialog: 'threats' }),
})

/** Asks for a threat of one's own to what is selected; nothing is written before it is given. */
export const askForThreat: Command = command({
  id: 'threat.add',
  label: 'Add a threat…',
  icon: 'add',
  group: 'create',
  role: 'editor',
  when: (now) => selectedSubject(now) !== null,
  run: (now) => askThreats({ adding: selectedSubject(now) }),
})

export const showThreats: Command = command({
  id: 'view.threats',
  label: 'List the threats',
  icon: 'threat',
  group: 'view',
  role: 'viewer',
  run: () => setView({ bottom: true, bottomTab: 'threats' }),
})
