import { createHash, randomBytes } from 'node:crypto'

const SECRET_BYTES = 24
const ID_BYTES = 16

/** 192 random bits as 32 characters of base64url. */
export const createSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url')

export const isSecret = (text: string): boolean => /^[A-Za-z0-9_-]{32}$/.test(text)

/** SHA-256; no salt or stretching, since nobody can guess what is hashed. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** A name for a thing that is no secret: a board, a link, a person's session. */
export const createId = (): string => randomBytes(ID_BYTES).toString('base64url')
