import { attack } from '../../core/catalogue/attack.ts'
import { fight } from '../../core/catalogue/fight.ts'
import { frameworks, ukCode } from '../../core/catalogue/frameworks.ts'
import type { MitigationControl, RiskCategory } from '../../core/catalogue/types.ts'

/** What the library refers to. The version stands with every reference, since codes and toolboxes are revised. */
export const FRAMEWORK_WORDS = {
  euToolbox: 'EU toolbox',
  ukCoP: 'UK code of practice',
  vsa: 'NCSC vendor assessment',
  nesas: 'NESAS',
  enisaScm: 'ENISA measures',
  fight: 'FiGHT',
  attack: 'ATT&CK',
  euRisks: 'EU risk scenarios',
} as const
export type Framework = keyof typeof FRAMEWORK_WORDS
export const FRAMEWORKS = Object.keys(FRAMEWORK_WORDS) as readonly Framework[]

export type References = Readonly<Partial<Record<Framework, readonly string[]>>>

export const referencesOfControl = ({ refs }: MitigationControl): References => refs

export const referencesOfRisk = (risk: RiskCategory): References => ({
  euRisks: risk.euRiskScenarios,
  fight: risk.fight,
  attack: risk.attack,
})

type Document = Readonly<{ document: string; seen: string | null; notice: string | null }>

/** Which document a reference is to, how far that was looked up, and the notice that has to stand beside its content. */
export const DOCUMENTS: Readonly<Record<Framework, Document>> = {
  euToolbox: documentOf(frameworks.euToolbox),
  ukCoP: { document: ukCode.document, seen: ukCode.note, notice: null },
  vsa: documentOf(frameworks.vsa),
  nesas: documentOf(frameworks.nesas),
  enisaScm: {
    document: 'ENISA, 5G Security Controls Matrix; the version was not recorded',
    seen: 'there is no list here to check these references against',
    notice: null,
  },
  fight: { document: `MITRE FiGHT ${fight._source.version}`, seen: null, notice: fight._source.notice },
  attack: { document: `MITRE ${attack._source.version}`, seen: null, notice: attack._source.notice },
  euRisks: documentOf(frameworks.euRiskScenarios),
}

function documentOf({ document, seen }: Readonly<{ document: string; seen: string }>): Document {
  return { document, seen, notice: null }
}

type Named = Readonly<{ id: string; name?: string; title?: string; url?: string }>
const ukMeasures = ukCode.measures.map(({ id, group, regulations }) => ({
  id,
  title: regulations.length === 0 ? group : `${group} (regulation ${regulations.join(', ')})`,
}))
const LISTS: Readonly<Record<Framework, readonly Named[]>> = {
  euToolbox: [...frameworks.euToolbox.strategic, ...frameworks.euToolbox.technical],
  ukCoP: ukMeasures,
  vsa: frameworks.vsa.items,
  nesas: frameworks.nesas.items,
  enisaScm: [],
  fight: [...fight.techniques, ...fight.mitigations],
  attack: [...attack.techniques, ...attack.mitigations],
  euRisks: frameworks.euRiskScenarios.items,
}

/** What a reference is called in its framework, null where no list has it; and where it can be read. */
export function nameReference(
  framework: Framework,
  id: string,
): Readonly<{ title: string | null; url: string | null }> {
  const found = LISTS[framework].find((each) => each.id === id)
  return { title: found?.title ?? found?.name ?? null, url: found?.url ?? null }
}
