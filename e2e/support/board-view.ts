import { expect, type Locator, type Page } from '@playwright/test'

/** What a person sees and does on a board, by roles and names; records by `data-id`. */
export class BoardView {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async ready(): Promise<void> {
    // How fast a board opens is measured elsewhere; a large one on a busy machine takes its time.
    await expect(this.page.getByRole('textbox', { name: 'Title of the board' })).toBeVisible({
      timeout: 30_000,
    })
    await expect(this.saveState).toHaveText(/Saved|Read-only/)
  }

  get saveState(): Locator {
    return this.page.getByTestId('save-state')
  }

  node(id: string): Locator {
    return this.page.locator(`.react-flow__node[data-id="${id}"]`)
  }

  nodeNamed(name: string): Locator {
    return this.page.locator('.react-flow__node').filter({ hasText: name })
  }

  edge(id: string): Locator {
    return this.page.locator(`.react-flow__edge[data-id="${id}"]`)
  }

  /** Records on a route, whatever they are. */
  get exposed(): Locator {
    return this.page.locator('[data-id][data-exposure]')
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys)
  }

  async rename(id: string, name: string): Promise<void> {
    await this.node(id).click()
    await this.press('F2')
    const field = this.node(id).getByRole('textbox')
    await field.fill(name)
    await field.press('Enter')
    await expect(this.node(id)).toContainText(name)
  }

  async openTable(name: 'Exposures' | 'Risks' | 'Mitigations' | 'Vendors'): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
  }

  async setMitigationStatus(title: string, status: string): Promise<void> {
    await this.openTable('Mitigations')
    const row = this.page.getByRole('row', { name: new RegExp(title) })
    await row.getByRole('combobox', { name: /status/i }).selectOption({ label: status })
  }

  /** Says who this person is, in the corner where one who comes for the first time is asked. */
  async callMe(name: string, colour?: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Choose a name' }).click()
    const form = this.page.getByRole('dialog', { name: 'Your name and colour' })
    await form.getByLabel('Your name, as the others see it').fill(name)
    if (colour !== undefined) await form.getByRole('radio', { name: colour }).check({ force: true })
    await form.getByRole('button', { name: 'Use this name' }).click()
    await expect(form).toBeHidden()
  }

  /** The middle of an element, in pixels of the window. */
  async middleOf(id: string): Promise<readonly [number, number]> {
    const box = await this.node(id).boundingBox()
    if (box === null) throw new Error(`${id} is not on the screen`)
    return [box.x + box.width / 2, box.y + box.height / 2]
  }

  /** Where React Flow has put an element, in canvas units within its segment. */
  async placeOf(id: string): Promise<string> {
    return await this.node(id).evaluate((element) => (element as HTMLElement).style.transform)
  }

  /** Where the canvas lies. */
  async viewport(): Promise<readonly [number, number, number]> {
    return await this.page.locator('.react-flow__viewport').evaluate((element) => {
      const { a, e, f } = new DOMMatrix(getComputedStyle(element).transform)
      return [e, f, a] as const
    })
  }

  cursorOf(name: string): Locator {
    return this.page.locator('[data-peer-cursor]').filter({ hasText: name })
  }

  selectionOf(name: string): Locator {
    return this.page.locator('[data-peer-selection]').filter({ hasText: name })
  }
}
