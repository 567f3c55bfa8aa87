const FAMILY = 'Inter, "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif'
const LABEL_PADDING = 14
/** Longer names are cut short. */
const LABEL_MOST = 150
/** What is left for the name of a component between its picture and its markers. */
const NAME_ROOM = 100

let context: CanvasRenderingContext2D | null | undefined
const known = new Map<string, number>()

function widthOf(text: string, font: string): number {
  const key = `${font} ${text}`
  let width = known.get(key)
  if (width === undefined) {
    context ??= document.createElement('canvas').getContext('2d')
    if (context !== null) context.font = `${font} ${FAMILY}`
    width = Math.ceil(context?.measureText(text).width ?? text.length * 6)
    known.set(key, width)
  }
  return width
}

/** The width of a link's label with its padding, in canvas units; 0 for none. */
export const labelWidth = (text: string | null): number =>
  text === null ? 0 : Math.min(LABEL_MOST, widthOf(text, '500 11px')) + LABEL_PADDING

/** Whether the name of a component stands on one line, so that two more have room below it. */
export const isShortName = (name: string): boolean => widthOf(name, '600 12.5px') <= NAME_ROOM
