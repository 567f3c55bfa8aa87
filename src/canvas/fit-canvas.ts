/** Gives a canvas as many pixels. One that gets another size forgets what is on it, so it gets one only where it has to. */
export function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number): void {
  const [wide, high] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))]
  if (canvas.width !== wide) canvas.width = wide
  if (canvas.height !== high) canvas.height = high
}
