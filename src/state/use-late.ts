import { useEffect, useState } from 'react'

/** Whether something has been going on for longer than a moment, in ms: what is shorter is not worth a flicker. */
export function useLate(on: boolean, moment = 250): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!on) return undefined
    const timer = setTimeout(() => setLate(true), moment)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [on, moment])
  return on && late
}
