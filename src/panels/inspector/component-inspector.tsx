import { defaultCriticality, isExternal } from '../../core/catalogue/defaults.ts'
import { addVendor } from '../../commands/create.ts'
import { execute } from '../../commands/execute.ts'
import { place } from '../../commands/arrange.ts'
import { functionById } from '../../core/catalogue/functions.ts'
import type { Component } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { functionChoices, OWN_FUNCTION } from '../../state/function-choices.ts'
import { componentName, nameOf } from '../../state/record-names.ts'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { FieldPicker } from '../../ui/field-picker.tsx'
import { FieldText, FieldTitle } from '../../ui/field-text.tsx'
import { CRITICALITY_WORDS } from '../../ui/record-words.ts'
import { choicesOf } from '../../ui/words.ts'
import { ComponentExposure, ComponentStatus } from './component-exposure.tsx'
import { ComponentLinks, ComponentMitigations, ComponentRisks } from './component-lists.tsx'
import { change, orNull, showRecord, useReadOnly } from './editing.ts'
import { FunctionFacts } from './function-facts.tsx'
import { Head } from './head.tsx'
import css from './inspector.module.css'
import { PlacementFields } from './placement-fields.tsx'
import { homeChoices, homePick, pathOf, placementIn } from './segment-view.ts'
import { Threats } from './threats-section.tsx'
import { productsOfVendor, vendorChoices, vendorPick } from './vendor-view.ts'

export function ComponentInspector({ component }: { component: Component }) {
  const readOnly = useReadOnly()
  const { id, product, version } = component
  const name = componentName(component)
  const set = (fields: Partial<Omit<Component, 'id'>>, label: string) =>
    change('components', id, fields, label)
  const products = useBoard((board) => productsOfVendor(board.model, component.vendor).join('\n'))
  return (
    <>
      <Head icon="component" kind="Component" id={id}>
        <FieldTitle
          label="Name"
          value={component.name}
          placeholder={name}
          readOnly={readOnly}
          onCommit={(text) => set({ name: text }, `Rename ${name}`)}
        />
        <ComponentStatus component={component} />
      </Head>
      <div className={css.fields}>
        <FunctionField component={component} />
        <HomeField component={component} />
        <VendorField component={component} />
        <FieldText
          label="Product"
          value={product ?? ''}
          suggestions={products.split('\n')}
          readOnly={readOnly}
          onCommit={(text) => set({ product: orNull(text) }, `Set product of ${name}`)}
        />
        <FieldText
          label="Version"
          value={version ?? ''}
          readOnly={readOnly}
          onCommit={(text) => set({ version: orNull(text) }, `Set version of ${name}`)}
        />
        <CriticalityField component={component} />
        <TrustField component={component} />
      </div>
      <PlacementFields component={component} />
      <ComponentExposure component={component} />
      <ComponentRisks component={component} />
      <ComponentMitigations component={component} />
      <ComponentLinks component={component} />
      <Threats on={{ component: id }} />
      <FunctionFacts fn={functionById(component.function)} />
    </>
  )
}

type Props = Readonly<{ component: Component }>

function FunctionField({ component }: Props) {
  const readOnly = useReadOnly()
  const { id, function: fn } = component
  const known = functionById(fn)
  const shown = known?.name ?? fn ?? 'Own function'
  const hint =
    known?.fullName ??
    (fn === null ? 'Not of the catalogue; its name says what it is' : 'Not in the catalogue: shown as custom')
  return (
    <FieldPicker
      label="Function"
      value={shown}
      chosen={fn}
      hint={hint}
      readOnly={readOnly}
      find={functionChoices}
      onPick={(value) => {
        const picked = value === OWN_FUNCTION ? null : value
        if (picked !== fn)
          change('components', id, { function: picked }, `Set function of ${componentName(component)}`)
      }}
    />
  )
}

function HomeField({ component }: Props) {
  const readOnly = useReadOnly()
  const { id, segment } = component
  const path = useBoard((board) => pathOf(board.model, segment))
  return (
    <FieldPicker
      label="Segment"
      value={path}
      chosen={segment === null ? null : `segment:${segment}`}
      readOnly={readOnly}
      open={
        segment === null ? null : { label: 'Show the segment', run: () => showRecord('segments', segment) }
      }
      find={(query) => homeChoices(useBoard.getState().model, id, query)}
      onPick={(value) => {
        const home = homePick(value)
        if (home === segment) return
        const placement = placementIn(useBoard.getState().model, id, home)
        if (placement !== null) {
          execute(place, { placements: [placement], label: `Move ${componentName(component)}` })
        }
      }}
    />
  )
}

function VendorField({ component }: Props) {
  const readOnly = useReadOnly()
  const { id, vendor } = component
  const shown = useBoard((board) => (vendor === null ? '' : nameOf(board.model, vendor)))
  return (
    <FieldPicker
      label="Vendor"
      value={shown}
      chosen={vendor === null ? null : `vendor:${vendor}`}
      placeholder="Choose or add"
      readOnly={readOnly}
      open={vendor === null ? null : { label: 'Show the vendor', run: () => showRecord('vendors', vendor) }}
      find={(query) => vendorChoices(useBoard.getState().model, query)}
      onPick={(value, query) => {
        const pick = vendorPick(value, query)
        if ('create' in pick) execute(addVendor, { name: pick.create, forComponents: [id] })
        else if (pick.vendor !== vendor)
          change('components', id, { vendor: pick.vendor }, `Set vendor of ${componentName(component)}`)
      }}
    />
  )
}

function CriticalityField({ component }: Props) {
  const readOnly = useReadOnly()
  const { id, criticality } = component
  const byDefault = defaultCriticality(component.function)
  const from = functionById(component.function) === null ? 'Not known' : 'From catalogue'
  return (
    <FieldChoice
      label="Criticality"
      value={criticality}
      none={`${from}: ${CRITICALITY_WORDS[byDefault].label.toLowerCase()}`}
      hint={CRITICALITY_WORDS[criticality ?? byDefault].means}
      choices={choicesOf(CRITICALITY_WORDS)}
      readOnly={readOnly}
      onChange={(value) =>
        change('components', id, { criticality: value }, `Set criticality of ${componentName(component)}`)
      }
    />
  )
}

const TRUST = [
  { value: 'trusted', label: 'Inside' },
  { value: 'untrusted', label: 'Outside' },
] as const

function TrustField({ component }: Props) {
  const readOnly = useReadOnly()
  const { id, untrusted } = component
  const byDefault = isExternal(component.function)
  return (
    <FieldChoice
      label="Trust"
      value={untrusted === null ? null : untrusted ? 'untrusted' : 'trusted'}
      none={`From catalogue: ${byDefault ? 'outside' : 'inside'}`}
      hint={
        (untrusted ?? byDefault) ? 'Outside the operator’s trust: an attacker may stand here.' : undefined
      }
      choices={TRUST}
      readOnly={readOnly}
      onChange={(value) =>
        change(
          'components',
          id,
          { untrusted: value === null ? null : value === 'untrusted' },
          `Set trust of ${componentName(component)}`,
        )
      }
    />
  )
}
