import { answerFor } from '../../../core/analysis/testing/answer.ts'
import { modelOf, type Parts } from '../../../core/analysis/testing/model-of.ts'
import { normalise } from '../../../core/model/normalise.ts'
import type { Model } from '../../../core/model/records.ts'

/** A manager of Acme in the management segment controls an AMF in the core; the AMF talks to an SMF of Bolt. */
export function operator(parts: Parts = {}): Model {
  return normalise(
    modelOf({
      segments: [
        { id: 's-net', name: 'Network' },
        { id: 's-core', name: 'Core', parent: 's-net' },
        { id: 's-mgmt', name: 'Management', parent: 's-net' },
      ],
      vendors: [
        { id: 'v-acme', name: 'Acme' },
        { id: 'v-bolt', name: 'Bolt' },
      ],
      components: [
        {
          id: 'c-mgr',
          name: 'Manager',
          function: 'nms',
          segment: 's-mgmt',
          vendor: 'v-acme',
          product: 'ViewX',
          criticality: 'high',
        },
        {
          id: 'c-amf',
          name: 'AMF 1',
          function: 'amf',
          segment: 's-core',
          vendor: 'v-acme',
          product: 'CoreX',
        },
        { id: 'c-smf', name: 'SMF 1', function: 'smf', segment: 's-core', vendor: 'v-bolt' },
      ],
      links: [
        { id: 'l-mgmt', from: 'c-mgr', to: 'c-amf', interface: null, name: 'O&M', plane: 'management' },
        { id: 'l-n11', from: 'c-amf', to: 'c-smf', interface: 'n11' },
      ],
      ...parts,
    }),
  ).model
}

/** The model with its analysis on an ordinary day. */
export function analysed(parts: Parts = {}) {
  const model = operator(parts)
  return { model, result: answerFor(normalise(model), { date: '2026-11-23' }) }
}
