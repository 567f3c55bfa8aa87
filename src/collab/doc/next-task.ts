/** Lets the page do what it has to between two pieces of long work. */
export const nextTask = async (): Promise<void> => await new Promise((resolve) => setTimeout(resolve, 0))
