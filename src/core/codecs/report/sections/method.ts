import { PLANES } from '../../../model/terms.ts'
import { PLANE_NAMES } from '../../../paint/labels.ts'
import { type Block, column, heading, list, paragraph, quiet, table } from '../document.ts'
import type { Grounds } from '../grounds.ts'
import { CARRIES_WORDS, figure, SCENARIO_WORDS } from '../words.ts'
import { usedEntries } from './catalogue-entries.ts'
import { techniqueBlocks } from './techniques.ts'

export function method(grounds: Grounds): Block[] {
  const { scenario, planes, access } = grounds.model.meta.policy
  return [
    paragraph(
      'Ids in brackets are those of the rules in the specification of Ringfence, whose analysis this is. The same board and day give the same answer (AN14).',
    ),
    heading(2, 'How exposure is defined', 'defined'),
    list([
      `Which mitigations count is said by the scenario, here “${scenario}”: ${SCENARIO_WORDS[scenario]} (AN1).`,
      'A risk applies to one component, to all components of a vendor, or to those of one product of his (AN2). It is live there while it is open or accepted and no mitigation that counts, names it and covers the component removes it (AN3).',
      'A link lets an attacker pass from its controlling end to the other, and back where it goes both ways. It carries control, access or nothing; what it carries back is access at most, for what is managed does not own its manager (AN4).',
      'A mitigation that blocks cuts the links into a component, over a link, or across the border of a segment; one that contains cuts those that lead out. Whatever only makes a risk less likely, detects, recovers or governs cuts nothing (AN5).',
      access === 'assume'
        ? 'On this board every component to which an attacker can talk is taken to let him in (AN6).'
        : 'A component is weak where a recorded weakness is live (AN6). Access lets an attacker in at a weak component and nowhere else; control does anywhere (AN7).',
      'An attacker holds each component at which a foothold is live, what he can enter from what is untrusted, and all that steps lead to from there. What is held stays held (AN8).',
      'A critical function is taken through a risk when steps lead to it from a component at which that risk is live and, for a weakness, that he can enter. It is reached when he can talk to it from such a place, or from one that steps lead to, and no known weakness lets him in (AN9).',
      'The path that is shown has the fewest hops; among equals the choice is by id, and says nothing (AN10).',
    ]),
    heading(2, 'How it is rated', 'rated'),
    list([
      'Likelihood is that of the risk, from 1 to 5, one higher for each risk at the same place that raises it, two at most, and one lower for each counting mitigation there that reduces it. Impact is one lower for each that detects it or recovers from it (RT1).',
      'The score is likelihood × impact, the impact no less than 4 where a function is taken: 1 to 4 low, 5 to 9 medium, 10 to 15 high, 16 to 25 critical. What is reached is rated one band lower, low at the least (RT2).',
      'There are no probabilities: on networks with cycles such figures are wrong by orders of magnitude, in either direction.',
    ]),
    heading(2, 'What links of this board are taken to carry', 'planes'),
    paragraph(
      'Where a link says so itself, or the catalogue does for its interface, that holds. Otherwise it goes by the plane of the link (AN4):',
    ),
    table(
      'Planes',
      [column('Plane', 24), column('Carries', 90)],
      PLANES.map((plane) => [`${PLANE_NAMES[plane]} plane`, CARRIES_WORDS[planes[plane]]]),
    ),
    ...techniqueBlocks(grounds),
    ...sources(grounds),
  ]
}

function sources(grounds: Grounds): Block[] {
  const entries = usedEntries(grounds)
  const unverified = entries.filter(({ verified }) => verified !== 'Yes').length
  const head = heading(2, 'Sources of what the catalogue says', 'sources')
  if (entries.length === 0) return [head, quiet('Nothing on this board is named from the catalogue.')]
  return [
    head,
    paragraph(
      `Functions, interfaces, zones, risks, mitigations and checks of the catalogue that are in use here. “Yes” stands where somebody has looked the entry up in its source; ${figure(unverified)} of ${figure(entries.length)} are not verified so, and what they say about this network is to be read with that in mind.`,
    ),
    table(
      'Catalogue entries in use',
      [column('What', 14), column('Entry', 38), column('Source', 53), column('Verified', 16)],
      entries.map(({ what, name, source, verified }) => [
        what,
        name,
        source === '' ? 'none given' : source,
        verified,
      ]),
    ),
  ]
}
