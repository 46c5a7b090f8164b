import { Button } from '@digdir/designsystemet-react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { NewsPostPreview } from '#api/news-insight/contract.ts'
import type { NewsPost } from '#api/news-posts/contract.ts'
import type { Me, UserReference } from '#api/users/contract.ts'
import { audienceRoleName } from '../../../components/audience-picker/audience-text.ts'
import { orgUnitQueries } from '../../../components/audience-picker/org-unit-queries.ts'
import { PersonPicker } from '../../../components/person-picker/person-picker.tsx'
import { useColorScheme } from '../../../lib/color-scheme.ts'
import { getLocale, lendLocale, useLocale, type Locale } from '../../../lib/locale.ts'
import { m } from '../../../messages/messages.js'
import { Choice } from '../../../ui/choice.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { actionErrorText } from '../action-error.ts'
import { PostArticle } from '../post/post-article.tsx'
import { newsQueries } from '../queries.ts'
import { typicalReaderQueries } from './typical-readers.ts'
import { postAsRead } from './post-as-read.ts'
import type { PostForm } from './post-form.ts'
import styles from './preview-as.module.css'

interface PreviewAsProps {
  form: PostForm
  /** The post as last saved, whose audience the answer is about; undefined before the first time. */
  saved: NewsPost | undefined
  viewer: Me
  minutes: number
}

/** Most units of the audience a typical reader is offered from. */
const maxTypical = 3

/**
 * The post as a certain reader gets it: who, on what, in which language, light or dark, and whether it reaches that
 * person at all (features.md N28). It is the article of the reading page, in a frame of the width of the device.
 */
export function PreviewAs({ form, saved, viewer, minutes }: PreviewAsProps) {
  const locale = useLentLocale()
  const ownScheme = useColorScheme()
  const [person, setPerson] = useState<UserReference | null>(null)
  const [device, setDevice] = useState<'phone' | 'computer'>('computer')
  const [scheme, setScheme] = useState<'light' | 'dark'>(ownScheme === 'dark' ? 'dark' : 'light')
  const [now] = useState(() => new Date())
  const { data: recipientCount } = useQuery(newsQueries.recipients(form.audience))
  const units = useQueries({ queries: form.audience.orgUnitIds.map(orgUnitQueries.detail) })
  const post = postAsRead({
    form,
    saved,
    viewer,
    units: units.flatMap(({ data }) => (data === undefined ? [] : [data])),
    recipientCount,
    minutes,
    now,
  })

  return (
    <div className={styles.preview}>
      <Sheet aria-labelledby="preview-title" className={styles.controls}>
        <h2 id="preview-title">{m.newsEditor_previewTitle()}</h2>
        <div>
          <PersonPicker
            id="preview-person"
            label={m.newsEditor_previewPerson()}
            value={person}
            onChange={setPerson}
          />
          <TypicalReaders unitIds={form.audience.orgUnitIds} viewer={viewer} onChoose={setPerson} />
        </div>
        {person !== null && <Reached saved={saved} person={person} />}
        <div className={styles.choices}>
          <Choice
            legend={m.newsEditor_device()}
            options={[
              { value: 'computer', label: m.newsEditor_computer() },
              { value: 'phone', label: m.newsEditor_phone() },
            ]}
            value={device}
            onChange={setDevice}
          />
          <Choice
            legend={m.newsEditor_scheme()}
            options={[
              { value: 'light', label: m.newsEditor_light() },
              { value: 'dark', label: m.newsEditor_dark() },
            ]}
            value={scheme}
            onChange={setScheme}
          />
          <Choice<Locale>
            legend={m.newsEditor_language()}
            options={[
              { value: 'nb', label: 'Bokmål', lang: 'nb' },
              { value: 'nn', label: 'Nynorsk', lang: 'nn' },
              { value: 'en', label: 'English', lang: 'en' },
            ]}
            value={locale}
            onChange={lendLocale}
          />
        </div>
        <p className={styles.help}>{m.newsEditor_languageWhat()}</p>
      </Sheet>
      <section
        aria-label={m.newsEditor_previewArticle()}
        className={styles.frame}
        data-device={device}
        data-color-scheme={scheme}
      >
        <PostArticle post={post} heading={<h2>{form.title || m.news_untitled()}</h2>} />
      </section>
    </div>
  )
}

/** The language of the page, which is lent while one looks: afterwards it is one's own again. */
function useLentLocale(): Locale {
  useEffect(() => {
    const own = getLocale()
    return () => lendLocale(own)
  }, [])
  return useLocale()
}

interface TypicalReadersProps {
  unitIds: readonly string[]
  viewer: Me
  onChoose: (person: UserReference) => void
}

/** Oneself, and somebody in each unit the post is for. */
function TypicalReaders({ unitIds, viewer, onChoose }: TypicalReadersProps) {
  const found = useQueries({ queries: unitIds.slice(0, maxTypical).map(typicalReaderQueries.inUnit) })
  const people = found.flatMap(({ data }) => data ?? []).filter(({ id }) => id !== viewer.id)
  return (
    <div className={styles.typical}>
      <Button variant="tertiary" onClick={() => onChoose(viewer)}>
        {m.newsEditor_previewMe()}
      </Button>
      {people.map((person) => (
        <Button key={person.id} variant="tertiary" onClick={() => onChoose(person)}>
          {m.newsEditor_previewTypical({
            title: person.jobTitle ?? person.displayName,
            unit: person.department ?? '',
          })}
        </Button>
      ))}
    </div>
  )
}

/** Whether the post reaches the person, and why. */
function Reached({ saved, person }: { saved: NewsPost | undefined; person: UserReference }) {
  const query = newsQueries.preview(saved?.id ?? '', saved?.['@odata.etag'], person.id)
  const { data, error } = useQuery({ ...query, enabled: saved !== undefined })
  if (saved === undefined) return <p>{m.newsEditor_previewSaveFirst()}</p>
  if (error !== null) return <Notice tone="danger">{actionErrorText(error)}</Notice>
  return (
    <output>
      {data !== undefined && (
        <Notice tone={data.isRecipient ? 'success' : 'warning'}>{reachedText(data)}</Notice>
      )}
    </output>
  )
}

function reachedText({ user, isRecipient, viaEveryone, viaUnits, viaRoles }: NewsPostPreview): string {
  const name = user.displayName
  if (!isRecipient) return m.newsEditor_notReached({ name })
  if (viaEveryone) return m.newsEditor_reachedAsEveryone({ name })
  const names = [...viaUnits, ...viaRoles.map(audienceRoleName)]
  return m.newsEditor_reachedVia({ name, via: names.join(', ') })
}
