/** Names of variables whose whole value is the name of a host. */
const NAMES_A_HOST =
  /(?:^|_)(?:HOST|HOSTNAME|ADDR|ADDRESS|FQDN|IP|IPV4|IPV6|IP4|IP6|URI|URL|SERVER|ENDPOINT)(?:_\w*)?$/i

/** Nobody calls a variable by more, and to look through more takes the square of it. */
const LONGEST_NAME = 256

/** `mongodb://user:secret@db:27017/x` → `db`. */
const URL_HOST = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?(?:\[([^\]]+)\]|([^:/?#,]+))/i
/** `nrf:8000`, `10.0.0.1:8000`. */
const HOST_AND_PORT = /^([a-z0-9][a-z0-9._-]*):\d{1,5}(?:\/\S*)?$/i
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/

/**
 * Hosts that a variable of the environment gives as addresses, in lower case. A bare word is one only where the variable's name
 * says so.
 */
export function addressesIn(name: string, value: string): readonly string[] {
  const namesHost = name.length <= LONGEST_NAME && NAMES_A_HOST.test(name)
  return value
    .split(/[\s,;]+/)
    .flatMap((part) => {
      const url = URL_HOST.exec(part)
      if (url !== null) return [url[1] ?? url[2] ?? '']
      const host = HOST_AND_PORT.exec(part)?.[1]
      if (host !== undefined) return [host]
      return IPV4.test(part) || namesHost ? [part] : []
    })
    .map((host) => host.toLowerCase())
    .filter((host) => host !== '')
}
