import { expect, type Locator, type Page } from '@playwright/test'

/** What a person sees and does on a board, by roles and names; records by `data-id`. */
export class BoardView {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async ready(): Promise<void> {
    await expect(this.page.getByRole('textbox', { name: 'Title of the board' })).toBeVisible()
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
}
