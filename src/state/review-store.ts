import { create } from 'zustand'
import type { ReviewScope } from '../core/model/records.ts'

/** What somebody is about to sign off: null where nothing is; a scope of null is the whole board. */
type ReviewState = Readonly<{ asked: Readonly<{ scope: ReviewScope | null }> | null }>

export const useReviews = create<ReviewState>()(() => ({ asked: null }))

export const askSignOff = (asked: ReviewState['asked']): void => useReviews.setState({ asked })
