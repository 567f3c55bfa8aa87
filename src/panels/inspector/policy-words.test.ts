import { expect, test } from 'vitest'
import { emptyModel } from '../../core/model/records.ts'
import { policyInWords } from './policy-words.ts'

const { policy } = emptyModel().meta

test('[AN4] [AN6] the policy is said in two sentences', () => {
  expect(policyInWords(policy)).toBe(
    'Management links carry control; control, signalling and lawful intercept links carry access; user links carry nothing. Access lets an attacker in only through a known weakness.',
  )
  const planes = { ...policy.planes, user: 'access', management: 'access' } as const
  expect(policyInWords({ ...policy, planes, access: 'assume' })).toBe(
    'Management, control, signalling, lawful intercept and user links carry access. Access always lets an attacker in.',
  )
})
