import { FORMATS } from '../../src/core/codecs/formats.ts'
import { SECTION_IDS } from '../../src/core/codecs/report/document.ts'
import { ROLES } from '../../src/collab/doc/wire.ts'
import { OUTPUTS } from '../../src/core/codecs/outputs.ts'

import { SCENARIOS } from '../../src/core/model/terms.ts'
import { MODES, THEMES } from './export-query.ts'

type Schema = Readonly<Record<string, unknown>>

const text = { type: 'string' } as const
const object = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})
const list = (items: Schema): Schema => ({ type: 'array', items })
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: Schema) => ({ 'application/json': { schema } })

const problem = object({ code: text, at: text, message: text })

const schemas = {
  Error: object({
    error: object({ code: text, message: text, at: text, until: text, problems: list(problem) }, [
      'at',
      'until',
      'problems',
    ]),
  }),
  Keys: object(Object.fromEntries(ROLES.map((role) => [role, text]))),
  Board: object({ id: text, keys: ref('Keys') }),
  Link: object({
    id: text,
    role: { enum: ROLES },
    name: text,
    created: text,
    expires: orNull(text),
    revoked: orNull(text),
  }),
  Model: { type: 'object', description: 'A native model, see *.ringfence.json.' },
  Tally: object({
    what: text,
    carried: { type: 'integer' },
    changed: { type: 'integer' },
    dropped: { type: 'integer' },
  }),
  Note: object({ fate: { enum: ['changed', 'dropped'] }, what: text, at: text, words: text }),
}

const refusal = { description: 'Refused; nothing has changed.', content: json(ref('Error')) }
const answer = (description: string, schema: Schema) => ({ description, content: json(schema) })
const board = { name: 'id', in: 'path', required: true, schema: text }
const query = (name: string, schema: Schema, description: string, required = false) => ({
  name,
  in: 'query',
  required,
  schema,
  description,
})
const keyed = { security: [{ key: [] }] }

/** Of an export: what somebody has to know of the file, beside it. */
export const REMARKS = 'ringfence-remarks'

/** What the server answers under `/api`. A test holds it against the routes and answers of a running server. */
export const OPENAPI = {
  openapi: '3.1.0',
  info: {
    title: 'Ringfence',
    version: '1',
    description:
      'Boards, their links, and files in and out. Errors carry a code, words, and the place in what was sent.',
  },
  paths: {
    '/api/openapi.json': {
      get: { summary: 'This document', responses: { 200: answer('OpenAPI 3.1', { type: 'object' }) } },
    },
    '/api/boards': {
      post: {
        summary: 'Make a board, empty or of a native model',
        requestBody: {
          required: true,
          content: json({ anyOf: [object({ title: text }), ref('Model')] }),
        },
        responses: { 201: answer('The board and a key for each role', ref('Board')), default: refusal },
      },
    },
    '/api/boards/{id}': {
      parameters: [board],
      delete: {
        summary: 'Delete the board; owners',
        ...keyed,
        responses: {
          200: answer('Until when it can be restored', object({ until: text })),
          default: refusal,
        },
      },
    },
    '/api/boards/{id}/restore': {
      parameters: [board],
      post: {
        summary: 'Restore a deleted board; owners',
        ...keyed,
        responses: { 204: { description: 'Restored' }, default: refusal },
      },
    },
    '/api/boards/{id}/copies': {
      parameters: [board],
      post: {
        summary: 'Make another board with the same content',
        ...keyed,
        requestBody: { content: json(object({ title: text }, ['title'])) },
        responses: { 201: answer('The copy', ref('Board')), default: refusal },
      },
    },
    '/api/boards/{id}/model': {
      parameters: [board],
      get: {
        summary: 'The board as a native file',
        ...keyed,
        responses: {
          200: {
            description: 'A *.ringfence.json file',
            content: { 'application/vnd.ringfence+json': { schema: ref('Model') } },
          },
          default: refusal,
        },
      },
    },
    '/api/boards/{id}/state': {
      parameters: [board],
      get: {
        summary: 'The whole document (Yjs, V2)',
        ...keyed,
        responses: {
          200: { description: 'An update', content: { 'application/octet-stream': {} } },
          304: { description: 'Not changed since the ETag that was sent' },
          default: refusal,
        },
      },
    },
    '/api/boards/{id}/tickets': {
      parameters: [board],
      post: {
        summary: 'A ticket for one connection',
        ...keyed,
        requestBody: {
          content: json(object({ name: text, colour: text, person: text }, ['name', 'colour', 'person'])),
        },
        responses: {
          200: answer(
            'The ticket and who comes by it',
            object({
              ticket: text,
              role: { enum: ROLES },
              expiresIn: { type: 'integer' },
              epoch: text,
              user: text,
              link: text,
            }),
          ),
          default: refusal,
        },
      },
    },
    '/api/boards/{id}/links': {
      parameters: [board],
      get: {
        summary: 'The links of the board; owners',
        ...keyed,
        responses: { 200: answer('All links', object({ links: list(ref('Link')) })), default: refusal },
      },
      post: {
        summary: 'Make a link; owners',
        ...keyed,
        requestBody: {
          required: true,
          content: json(
            object({ role: { enum: ROLES }, expires: orNull(text), name: text }, ['expires', 'name']),
          ),
        },
        responses: {
          201: answer('The link and its key, told once', object({ link: ref('Link'), key: text })),
          default: refusal,
        },
      },
    },
    '/api/boards/{id}/links/{link}': {
      parameters: [board, { ...board, name: 'link' }],
      delete: {
        summary: 'Revoke a link; owners',
        ...keyed,
        responses: { 204: { description: 'Revoked' }, default: refusal },
      },
    },
    '/api/boards/{id}/export': {
      parameters: [board],
      get: {
        summary: 'The board in another format',
        ...keyed,
        parameters: [
          query('format', { enum: OUTPUTS.map(({ id }) => id) }, 'What to write', true),
          query(
            'date',
            { ...text, format: 'date' },
            'The day for acceptances and lapses; today in UTC by default',
          ),
          query('scenario', { enum: SCENARIOS }, "Which mitigations count; the board's own by default"),
          query('theme', { enum: THEMES }, 'Of a picture; light by default'),
          query('mode', { enum: MODES }, 'What a picture marks; exposure by default'),
          query('legend', { type: 'boolean' }, 'Whether a picture explains its marks; true by default'),
          query('scale', { type: 'number' }, 'Pixels to a canvas unit of a PNG; 2 by default'),
          query(
            'sections',
            text,
            `Of a report, separated by commas: ${SECTION_IDS.join(', ')}; all by default`,
          ),
        ],
        responses: {
          200: {
            description: 'The file, or a zip of several',
            content: Object.fromEntries(
              [...OUTPUTS.map(({ type }) => type), 'application/zip'].map((type) => [type, {}]),
            ),
            headers: {
              [REMARKS]: {
                description:
                  'What whoever gets the file has to know of it, such as signs that its letters lack: a sentence a line, percent-encoded UTF-8. Left out where there is nothing to tell',
                schema: text,
              },
            },
          },
          default: refusal,
        },
      },
    },
    '/api/boards/{id}/import': {
      parameters: [board],
      post: {
        summary: 'Bring a file into the board; owners and editors',
        ...keyed,
        parameters: [
          query(
            'format',
            { enum: FORMATS.filter(({ reads }) => reads).map(({ id }) => id) },
            'Found out by default',
          ),
          query('name', text, 'What the file is called'),
        ],
        requestBody: { required: true, content: { '*/*': {} } },
        responses: {
          200: answer(
            'What became of each record',
            object({
              format: text,
              records: list(ref('Tally')),
              notes: list(ref('Note')),
              left: list(text),
            }),
          ),
          default: refusal,
        },
      },
    },
  },
  components: {
    schemas,
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer', description: 'A key from a link to the board' },
    },
  },
} as const
