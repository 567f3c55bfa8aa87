import { SimpleGrid, Text, Title, UnstyledButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { parseModel } from '../../core/model/parse.ts'
import type { Model } from '../../core/model/records.ts'
import classes from './start.module.css'
import { TemplatePicture } from './template-picture.tsx'

type Template = Readonly<{ file: string; title: string; description: string; model: Model }>
type Listed = Readonly<{ file: string; title: string; description: string }>

async function loadTemplates(): Promise<Template[]> {
  const index = (await (await fetch('/templates/index.json')).json()) as readonly Listed[]
  return await Promise.all(
    index.map(async (listed) => {
      const parsed = parseModel(await (await fetch(`/templates/${listed.file}`)).text())
      if (!parsed.ok) throw new Error(`${listed.file} cannot be read`)
      return { ...listed, model: parsed.value }
    }),
  )
}

export function TemplateGallery({ busy, onChoose }: { busy: boolean; onChoose: (model: Model) => void }) {
  const [templates, setTemplates] = useState<readonly Template[] | 'failed'>([])
  useEffect(() => {
    loadTemplates().then(setTemplates, () => setTemplates('failed'))
  }, [])
  return (
    <section aria-labelledby="start-templates">
      <Title order={2} size="h4" id="start-templates" mb="sm">
        From a template
      </Title>
      {templates === 'failed' ? (
        <Text size="sm">The templates could not be loaded. Reload to try again.</Text>
      ) : (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          {templates.map(({ file, title, description, model }) => (
            <UnstyledButton
              key={file}
              className={classes.template}
              disabled={busy}
              onClick={() => onChoose(model)}
            >
              <div className={classes.picture}>
                <TemplatePicture model={model} />
              </div>
              <div style={{ padding: 14 }}>
                <Text fw={600} size="sm">
                  {title}
                </Text>
                <Text size="xs" className={classes.muted} mt={4}>
                  {description}
                </Text>
              </div>
            </UnstyledButton>
          ))}
        </SimpleGrid>
      )}
    </section>
  )
}
