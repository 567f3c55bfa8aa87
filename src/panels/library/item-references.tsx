import { DOCUMENTS, FRAMEWORK_WORDS, FRAMEWORKS, nameReference } from './frameworks.ts'
import type { LibraryItem } from './library-items.ts'
import css from './library.module.css'

/** What an entry refers to, each framework with its document and version, and how far that was looked up. */
export function ItemReferences({ item }: { item: LibraryItem }) {
  const named = FRAMEWORKS.filter((framework) => (item.references[framework]?.length ?? 0) > 0)
  const own = item.own?.references ?? []
  if (named.length + own.length === 0) return null
  const notices = new Set(named.flatMap((framework) => DOCUMENTS[framework].notice ?? []))
  return (
    <>
      <h4 className={css.small}>References</h4>
      {own.length > 0 && <p className={css.prose}>{own.join('; ')}</p>}
      {named.map((framework) => (
        <details key={framework} className={css.details}>
          <summary>
            {FRAMEWORK_WORDS[framework]}: {item.references[framework]?.join(', ')}
          </summary>
          <ul className={css.bullets}>
            {item.references[framework]?.map((id) => {
              const { title, url } = nameReference(framework, id)
              return (
                <li key={id}>
                  {url === null ? (
                    id
                  ) : (
                    <a href={url} target="_blank" rel="noreferrer" className={css.link}>
                      {id}
                    </a>
                  )}{' '}
                  {title}
                </li>
              )
            })}
          </ul>
          <p className={css.quiet}>{DOCUMENTS[framework].document}</p>
          {DOCUMENTS[framework].seen !== null && (
            <p className={css.quiet}>How far it was looked up: {DOCUMENTS[framework].seen}</p>
          )}
        </details>
      ))}
      {[...notices].map((notice) => (
        <p key={notice} className={css.quiet}>
          {notice}
        </p>
      ))}
    </>
  )
}
