import { describe, expect, it } from 'vitest'
import { ConfigError, DEFAULT_LIMITS, readConfig } from './config.ts'

describe('readConfig', () => {
  it('needs nothing', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 4400,
      allowedOrigins: [],
      limits: DEFAULT_LIMITS,
    })
    expect(config.dataDir).toMatch(/[/\\]data$/)
    expect(readConfig({ PORT: '', HOST: '', DATA_DIR: '', LOG_LEVEL: '' })).toEqual(config)
  })

  it('takes what the environment says', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      DATA_DIR: '/var/lib/ringfence',
      LOG_LEVEL: 'info',
      ALLOWED_ORIGINS: 'https://a.example, https://b.example:8443',
      LIMIT_ROOM_BYTES: '4096',
      LIMIT_KEEP_ALIVE_MS: '1000',
    })
    expect(config).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      dataDir: '/var/lib/ringfence',
      logLevel: 'info',
      allowedOrigins: ['https://a.example', 'https://b.example:8443'],
      limits: { ...DEFAULT_LIMITS, roomBytes: 4096, keepAliveMs: 1000 },
    })
  })

  it('names everything that it cannot use', () => {
    const env = {
      PORT: '70000',
      LOG_LEVEL: 'loud',
      ALLOWED_ORIGINS: 'https://a.example/path',
      LIMIT_FRAME_BYTES: '1e6',
      LIMIT_COMPACT_ROWS: '0',
      LIMIT_TICKET_SECONDS: '-1',
    }
    expect(() => readConfig(env)).toThrow(ConfigError)
    expect(() => readConfig({ METRICS_TOKEN: 'short' })).toThrow(/METRICS_TOKEN must have 16 characters/)
    for (const [name, value] of Object.entries(env)) {
      expect(() => readConfig(env)).toThrow(new RegExp(`^ {2}${name} must be .* not "${value}"\\.$`, 'm'))
    }
  })
})
