import { recordIn } from '../../core/model/lookup.ts'
import type { Kind, Model } from '../../core/model/records.ts'
import { ComponentInspector } from './component-inspector.tsx'
import { LinkInspector } from './link-inspector.tsx'
import { MitigationInspector } from './mitigation-inspector.tsx'
import { RiskInspector } from './risk-inspector.tsx'
import { NoteInspector, SegmentInspector } from './segment-inspector.tsx'
import { VendorInspector } from './vendor-inspector.tsx'

/** A record that is gone shows nothing; keyed by id, so that nothing half typed passes from one record to another. */
export function RecordInspector({ model, kind, id }: { model: Model; kind: Kind | null; id: string }) {
  switch (kind) {
    case 'components': {
      const component = recordIn(model, kind, id)
      return component === undefined ? null : <ComponentInspector component={component} />
    }
    case 'links': {
      const link = recordIn(model, kind, id)
      return link === undefined ? null : <LinkInspector link={link} />
    }
    case 'segments': {
      const segment = recordIn(model, kind, id)
      return segment === undefined ? null : <SegmentInspector segment={segment} />
    }
    case 'notes': {
      const note = recordIn(model, kind, id)
      return note === undefined ? null : <NoteInspector note={note} />
    }
    case 'vendors': {
      const vendor = recordIn(model, kind, id)
      return vendor === undefined ? null : <VendorInspector vendor={vendor} />
    }
    case 'risks': {
      const risk = recordIn(model, kind, id)
      return risk === undefined ? null : <RiskInspector risk={risk} />
    }
    case 'mitigations': {
      const mitigation = recordIn(model, kind, id)
      return mitigation === undefined ? null : <MitigationInspector mitigation={mitigation} />
    }
    case 'comments':
    case 'reviews':
    case 'products':
    case 'statements':
    case 'threats':
    case 'waivers':
    case 'entries':
    case null:
      return null
  }
}
