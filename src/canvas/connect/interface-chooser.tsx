import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { addLink } from '../../commands/create.ts'
import { execute } from '../../commands/execute.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Component } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { type CanvasState, setCanvas, useCanvas } from '../canvas-store.ts'
import classes from './connect.module.css'
import { type Offer, offersFor, OWN } from './offers.ts'

/** Asks by which interface two components are to be joined: those that fit first, any other by typing, or an own link. */
export function InterfaceChooser() {
  const choosing = useCanvas((state) => state.choosing)
  const model = useBoard((state) => state.model)
  const from = choosing === null ? undefined : recordIn(model, 'components', choosing.from)
  const to = choosing === null ? undefined : recordIn(model, 'components', choosing.to)
  if (choosing === null || from === undefined || to === undefined) return null
  return <Chooser key={`${from.id} ${to.id}`} from={from} to={to} at={choosing.at} />
}

type Props = Readonly<{ from: Component; to: Component; at: NonNullable<CanvasState['choosing']>['at'] }>

function Chooser({ from, to, at }: Props) {
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const list = useId()
  const { fitting, others } = offersFor(from, to, typed)
  const offers = [...fitting, ...others, OWN]
  const chosen = Math.min(active, offers.length - 1)

  useEffect(() => {
    field.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    box.current?.querySelector(`#${CSS.escape(`${list}-${chosen}`)}`)?.scrollIntoView({ block: 'nearest' })
  }, [list, chosen])

  const close = () => {
    const canvas = box.current?.closest('section')?.querySelector<HTMLElement>('.react-flow')
    setCanvas({ choosing: null })
    canvas?.focus({ preventScroll: true })
  }
  const take = (offer: Offer) => {
    const [first, second] = offer.reversed ? [to, from] : [from, to]
    execute(addLink, { from: first.id, to: second.id, interface: offer.interface })
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    const offer = offers[chosen]
    if (step !== undefined) setActive((chosen + step + offers.length) % offers.length)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && offer !== undefined) take(offer)
    else if (event.key === 'Escape' || event.key === 'Tab') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const option = (offer: Offer, index: number) => (
    // The field keeps the focus and moves through the list, as a combobox does; the pointer is the other way to choose.
    <div
      key={`${offer.interface ?? 'own'} ${offer.reversed}`}
      id={`${list}-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={index === chosen}
      className={classes.option}
      onPointerMove={() => setActive(index)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => take(offer)}
      onKeyDown={onKeyDown}
    >
      <span className={classes.optionName}>{offer.name}</span>
      <span className={classes.optionDetail}>
        {offer.reversed && `From ${to.name} · `}
        {offer.detail}
      </span>
    </div>
  )

  return (
    <div
      ref={box}
      className={`${classes.chooser ?? ''} nowheel`}
      style={{
        left: `clamp(8px, ${at[0]}px, calc(100% - 308px))`,
        top: `clamp(8px, ${at[1]}px, calc(100% - 348px))`,
      }}
      role="dialog"
      aria-label={`Connect ${from.name} to ${to.name}`}
      data-canvas-ui=""
    >
      <div className={classes.ends}>
        <span>{from.name}</span>
        <Icon name="link" size={14} />
        <span>{to.name}</span>
      </div>
      <input
        ref={field}
        className={classes.search}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={`${list}-${chosen}`}
        aria-label="Interface"
        placeholder="Search all interfaces"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!(event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget) === true))
            close()
        }}
      />
      {fitting.length === 0 && typed === '' && (
        <p className={classes.none}>The catalogue knows none between these two functions.</p>
      )}
      <div id={list} role="listbox" aria-label="Interfaces" className={classes.options}>
        {fitting.length > 0 && (
          <div role="group" aria-label="Between these functions">
            <span className={classes.heading} aria-hidden>
              Between these functions
            </span>
            {fitting.map(option)}
          </div>
        )}
        {others.length > 0 && (
          <div role="group" aria-label="Other interfaces">
            <span className={classes.heading} aria-hidden>
              Other interfaces
            </span>
            {others.map((offer, index) => option(offer, fitting.length + index))}
          </div>
        )}
        <div role="group" aria-label="Anything else">
          {fitting.length + others.length > 0 && <span className={classes.rule} aria-hidden />}
          {option(OWN, fitting.length + others.length)}
        </div>
      </div>
    </div>
  )
}
