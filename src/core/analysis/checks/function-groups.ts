/** Functions by the part that they play in a rule, where the catalogue's own fields do not say it. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Segments of the catalogue whose functions are network elements: what is managed. */
export const ELEMENT_SEGMENTS = set('ran fixed-access transport core-5g core-4g core-2g3g ims interconnect')
export const ACCESS_SEGMENTS = set('ran fixed-access')
export const CORE_SEGMENTS = set('core-5g core-4g core-2g3g ims')

/** What steers elements, hosts or other managers. */
export const MANAGERS = set(
  'ems nms oss nsmf son automation smo sdn-controller nfvo vnfm vim wim k8s-cp mec-orchestrator acs provisioning-ui fw-manager',
)
/** Sessions of administrators end here and begin anew under the operator's eye. */
export const MEDIATION = set('jump-host pam')
/** Software is taken in here before it goes on. */
export const INTAKE = set('sw-repo container-registry')
export const IDENTITY = set('idp aaa')
export const LOG_STORES = set('log-server siem')
export const BOUNDARIES = set('firewall segw sig-fw sepp')
export const ROUTERS = set('pe-router p-router route-reflector peering-router')
export const SCREENS = set('sig-fw sepp stp dea')
/** Stand at the border for other networks to meet, and are no core nodes themselves. */
export const BORDERS = set('ibcf sbc trgw')
export const FOREIGN_NETWORKS = set('ipx roaming-hub partner-plmn pstn')
export const INTERMEDIARIES = set('ipx roaming-hub')
export const INTERCEPTION = set('admf mdf li-poi')
export const CONTAINER_HOSTS = set('k8s-node mec-platform')

/** The first end is the host of the second. */
export const HOSTING = set('vn-nf ng-split-host cloud-host')
/** Somebody at a keyboard. */
export const SESSIONS = set('cli paw-jump direct-cli sc-remote corp-mgmt')
