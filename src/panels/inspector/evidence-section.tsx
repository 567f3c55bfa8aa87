import type { Evidence } from '../../core/model/records.ts'
import { FieldLines } from '../../ui/field-lines.tsx'
import { evidenceLines, evidenceObjects, withLines } from './evidence.ts'
import css from './inspector.module.css'
import { Quiet, Section } from './section.tsx'

/** What supports a risk or a mitigation: lines of text, often addresses. */
export function EvidenceSection({
  evidence,
  readOnly,
  onChange,
}: Readonly<{
  evidence: readonly Evidence[]
  readOnly: boolean
  onChange: (evidence: readonly Evidence[]) => void
}>) {
  const objects = evidenceObjects(evidence)
  return (
    <Section title="Evidence" count={evidence.length}>
      {readOnly && evidence.length === 0 && <Quiet>None given.</Quiet>}
      <FieldLines
        label="Evidence"
        lines={evidenceLines(evidence)}
        placeholder="A report, a ticket, an address"
        readOnly={readOnly}
        onChange={(lines) => onChange(withLines(evidence, lines))}
      />
      {objects.map((object) => (
        <pre key={JSON.stringify(object)} className={css.object}>
          {JSON.stringify(object, null, 1)}
        </pre>
      ))}
    </Section>
  )
}
