import type { Evidence } from '../../core/model/records.ts'
import { FieldLines } from '../../ui/field-lines.tsx'
import { LinkedText } from '../../ui/linked-text.tsx'
import { evidenceLines, evidenceObjects, withLines } from './evidence.ts'
import css from './register.module.css'

/** Evidence to follow: only http and https make a link. */
export function EvidenceLinks({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null
  const texts = [
    ...evidenceLines(evidence),
    ...evidenceObjects(evidence).map((object) => JSON.stringify(object)),
  ]
  return (
    <ul className={css.evidence} aria-label="Evidence">
      {texts.map((text, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no identity but their place
        <li key={index}>
          <LinkedText text={text} />
        </li>
      ))}
    </ul>
  )
}

export function EvidenceLines({
  evidence,
  onChange,
}: Readonly<{ evidence: readonly Evidence[]; onChange: (evidence: readonly Evidence[]) => void }>) {
  return (
    <FieldLines
      label="Evidence"
      lines={evidenceLines(evidence)}
      placeholder="Evidence: a report, an address"
      readOnly={false}
      onChange={(lines) => onChange(withLines(evidence, lines))}
    />
  )
}
