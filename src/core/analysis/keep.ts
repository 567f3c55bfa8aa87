/** A function that remembers its last answer, for as long as it is asked about the very same things. */
export function keepLast<Asked extends readonly unknown[], Answer>(
  work: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  let last: { asked: Asked; answer: Answer } | null = null
  return (...asked) => {
    if (last === null || asked.some((each, index) => each !== last?.asked[index]))
      last = { asked, answer: work(...asked) }
    return last.answer
  }
}

/** Gives the last list again for one that is like it, record by record, in these fields. */
export function keepAlike<T extends object>(
  ...fields: readonly (keyof T)[]
): (list: readonly T[]) => readonly T[] {
  let last: readonly T[] = []
  let asked = last
  const alike = (list: readonly T[]): boolean => {
    if (list.length !== last.length) return false
    for (let i = 0; i < list.length; i++) {
      const [one, other] = [list[i] as T, last[i] as T]
      if (one !== other && fields.some((field) => one[field] !== other[field])) return false
    }
    return true
  }
  return (list) => {
    if (list === asked) return last
    asked = list
    if (!alike(list)) last = list
    return last
  }
}

/** Gives the answer of the last time for each record that was in the list then, as long as `about` is the same. */
export function keepEach<T extends object, About, Answer>(
  work: (record: T, about: About) => Answer,
): (list: readonly T[], about: About) => Answer[] {
  let known = new Map<T, Answer>()
  let last: About | null = null
  return (list, about) => {
    const before = about === last ? known : new Map<T, Answer>()
    const answers = list.map((record) => before.get(record) ?? work(record, about))
    known = new Map(list.map((record, index) => [record, answers[index] as Answer]))
    last = about
    return answers
  }
}
