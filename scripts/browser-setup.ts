import { ensureChromium } from './browser.ts'

/** Playwright calls this once, before its workers read the configuration that names the browser. */
export default function setup(): void {
  ensureChromium()
}
