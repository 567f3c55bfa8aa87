import { knownVendors } from '../../core/catalogue/vendors.ts'
import type { Vendor } from '../../core/model/records.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { riskSubjectName } from '../../state/record-names.ts'
import { indexResult } from '../../state/result-index.ts'
import { select } from '../../state/selection-store.ts'
import { RatingMark } from '../../ui/rating-mark.tsx'
import { FieldCheck } from '../../ui/field-check.tsx'
import { FieldTitle } from '../../ui/field-text.tsx'
import { RISK_STATUS_WORDS } from '../../ui/record-words.ts'
import { RATING_WORDS } from '../../ui/words.ts'
import { change, showRecord, useReadOnly } from './editing.ts'
import { Head } from './head.tsx'
import css from './inspector.module.css'
import { RecordRisk } from './record-risk.tsx'
import { subjectsOfVendor } from './risk-view.ts'
import { Quiet, Row, Section, ShortList } from './section.tsx'
import { VendorJudgements, VendorFacts } from './vendor-statements.tsx'
import { VendorProducts } from './vendor-products.tsx'
import { SignOffs } from './sign-offs.tsx'
import { componentsOfVendor, risksOfVendor } from './vendor-view.ts'

const NAMES = knownVendors.map(({ name }) => name)

export function VendorInspector({ vendor }: { vendor: Vendor }) {
  const readOnly = useReadOnly()
  const { id, name, restricted } = vendor
  return (
    <>
      <Head icon="vendor" kind="Vendor" id={id}>
        <FieldTitle
          label="Name"
          value={name}
          suggestions={NAMES}
          readOnly={readOnly}
          onCommit={(text) => change('vendors', id, { name: text }, `Rename ${name}`)}
        />
      </Head>
      <div className={css.fields}>
        <FieldCheck
          label="Restricted"
          says="Under a restriction that applies to this operator"
          hint="A fact of law or direction where the network stands, not a judgement. It changes no figure by itself."
          checked={restricted}
          readOnly={readOnly}
          onChange={(checked) =>
            change(
              'vendors',
              id,
              { restricted: checked },
              `${checked ? 'Mark' : 'Unmark'} ${name} as restricted`,
            )
          }
        />
      </div>
      <VendorProducts vendor={id} />
      <VendorFacts vendor={id} />
      <VendorJudgements vendor={id} />
      <VendorRisks id={id} />
      <VendorComponents id={id} />
      <SignOffs scope={{ vendor: id }} />
    </>
  )
}

function VendorRisks({ id }: { id: string }) {
  const model = useBoard((board) => board.model)
  const result = useAnalysis((analysis) => analysis.result)
  const risks = risksOfVendor(model, id)
  return (
    <Section title="Risks" count={risks.length}>
      {risks.length === 0 && <Quiet>None recorded on this vendor or its products.</Quiet>}
      <ShortList items={risks} label="Risks of this vendor">
        {(risk) => {
          const worst = result === null ? undefined : indexResult(result).exposuresByRisk.get(risk.id)?.[0]
          return (
            <Row
              key={risk.id}
              icon="risk"
              detail={`${RISK_STATUS_WORDS[risk.status].label} · ${riskSubjectName(model, risk.on)}`}
              marks={
                worst === undefined ? undefined : (
                  <RatingMark rating={worst.rating} word={RATING_WORDS[worst.rating].label} />
                )
              }
              onOpen={() => showRecord('risks', risk.id)}
            >
              {risk.title}
            </Row>
          )
        }}
      </ShortList>
      <RecordRisk subjects={subjectsOfVendor(model, id)} />
    </Section>
  )
}

function VendorComponents({ id }: { id: string }) {
  const model = useBoard((board) => board.model)
  const components = componentsOfVendor(model, id)
  return (
    <Section title="Components" count={components.length}>
      {components.length === 0 && (
        <Quiet>Supplies nothing on this board: choose it as the vendor of a component.</Quiet>
      )}
      {components.length > 1 && (
        <button
          type="button"
          className={css.action}
          onClick={() => select(components.map((component) => component.id))}
        >
          Select all on the canvas
        </button>
      )}
      <ShortList items={components} label="Components of this vendor">
        {(component) => (
          <Row
            key={component.id}
            icon="component"
            detail={[component.product, component.version].filter(Boolean).join(' ') || 'No product named'}
            onOpen={() => select([component.id])}
          >
            {component.name}
          </Row>
        )}
      </ShortList>
    </Section>
  )
}
