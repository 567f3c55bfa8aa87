/** A change that is well formed and more than a limit allows. `message` is for the one who sent it. */
export class Excess extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Excess'
  }
}
