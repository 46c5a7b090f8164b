import { Button } from '@digdir/designsystemet-react'
import type { Substitution } from '#api/absences/contract.ts'
import { useAnswerSubstitution } from '../../components/absence/absence-calls.ts'
import { periodText } from '../../components/absence/absence-texts.ts'
import { m } from '../../messages/messages.js'
import { Notice } from '../../ui/notice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Yard } from '../../ui/yard.tsx'
import { absenceErrorText } from './absence-error.ts'
import styles from './absence-page.module.css'

/** Those who ask whether I can stand in, on the yard; then those I have answered. */
export function Substitutions({ substitutions }: { substitutions: readonly Substitution[] }) {
  const { mutate, isPending, error } = useAnswerSubstitution()
  const [first, ...others] = substitutions.filter(({ substituteStatus }) => substituteStatus === 'proposed')
  const answered = substitutions.filter(({ substituteStatus }) => substituteStatus !== 'proposed')
  const answer = (substitution: Substitution, isYes: boolean) => {
    if (!isPending) mutate({ substitution, isYes })
  }
  const problem = error !== null && (
    <Notice tone="danger" role="alert">
      {absenceErrorText(error)}
    </Notice>
  )
  return (
    <>
      {first && (
        <Yard title={m.absencePage_asks({ name: first.user.displayName })}>
          {problem}
          <Question substitution={first} onAnswer={answer} isFirst />
          {others.map((substitution) => (
            <div key={substitution.id}>
              <h3>{m.absencePage_asks({ name: substitution.user.displayName })}</h3>
              <Question substitution={substitution} onAnswer={answer} />
            </div>
          ))}
        </Yard>
      )}
      {answered.length > 0 && (
        <Sheet aria-labelledby="stand-in">
          <h2 id="stand-in">{m.absencePage_standIn()}</h2>
          {!first && problem}
          <ul className={styles.list}>
            {answered.map((substitution) => {
              const isYes = substitution.substituteStatus === 'accepted'
              return (
                <li key={substitution.id}>
                  <div className={styles.about}>
                    <h3>{substitution.user.displayName}</h3>
                    <p className={styles.meta}>
                      <span>{periodText(substitution)}</span>
                      <span>{isYes ? m.absencePage_saidYes() : m.absencePage_saidNo()}</span>
                    </p>
                  </div>
                  <Button variant="tertiary" onClick={() => answer(substitution, !isYes)}>
                    {isYes ? m.absencePage_changeToNo() : m.absencePage_changeToYes()}
                  </Button>
                </li>
              )
            })}
          </ul>
        </Sheet>
      )}
    </>
  )
}

interface QuestionProps {
  substitution: Substitution
  onAnswer: (substitution: Substitution, isYes: boolean) => void
  isFirst?: boolean
}

function Question({ substitution, onAnswer, isFirst = false }: QuestionProps) {
  const name = substitution.user.displayName
  return (
    <>
      <p>
        {periodText(substitution)}. {m.absencePage_asksWhat({ name })}
      </p>
      <div className={styles.buttons}>
        <Button
          variant={isFirst ? 'primary' : 'secondary'}
          aria-label={m.absencePage_yesTo({ name })}
          onClick={() => onAnswer(substitution, true)}
        >
          {m.absencePage_yes()}
        </Button>
        <Button
          variant="secondary"
          aria-label={m.absencePage_noTo({ name })}
          onClick={() => onAnswer(substitution, false)}
        >
          {m.absencePage_no()}
        </Button>
      </div>
    </>
  )
}
