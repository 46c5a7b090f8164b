import type { Deviation } from '#api/deviations/contract.ts'
import { formatDateTime, formatNumber } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { categoryLabels, causeLabels, kindLabels, outcomeLabels, reporterText } from '../deviation-words.ts'
import styles from './case.module.css'

/**
 * What is known of a case, by name; what is not known is left out.
 * @param momentText says when: on paper «i dag» soon is another.
 */
export function factsOf(
  deviation: Deviation,
  momentText: (time: string) => string = (time) => formatDateTime(time),
): { name: string; text: string }[] {
  const { document, place, orgUnit } = deviation
  const facts: [string, string | null][] = [
    [m.deviation_factWhen(), momentText(deviation.occurredDateTime)],
    [m.deviation_factWhere(), place === null ? orgUnit.displayName : `${orgUnit.displayName}, ${place}`],
    [m.deviation_factKind(), `${kindLabels[deviation.kind]()} · ${categoryLabels[deviation.category]()}`],
    [m.deviation_factReporter(), reporterText(deviation)],
    [m.deviation_factResponsible(), deviation.responsible?.displayName ?? null],
    [
      m.deviation_factDocument(),
      document &&
        [
          document.title,
          document.version && m.deviation_version({ version: document.version }),
          document.section,
        ]
          .filter(Boolean)
          .join(', '),
    ],
    [m.deviation_factLaw(), deviation.law],
    [m.deviation_factImmediate(), deviation.immediateAction],
    [m.deviation_factRoles(), deviation.involvedRoles],
    [
      m.deviation_factRisk(),
      deviation.riskScore === null ? null : m.deviation_risk({ score: deviation.riskScore }),
    ],
    [
      m.deviation_factCause(),
      deviation.causeCategory === null
        ? deviation.cause
        : [causeLabels[deviation.causeCategory](), deviation.cause].filter(Boolean).join('. '),
    ],
    [m.deviation_factWhys(), deviation.whys.length === 0 ? null : deviation.whys.join(' → ')],
    [
      m.deviation_factCost(),
      deviation.cost === null ? null : m.deviation_kroner({ amount: formatNumber(deviation.cost) }),
    ],
    [m.deviation_factOutcome(), deviation.documentOutcome && outcomeLabels[deviation.documentOutcome]()],
    [m.deviation_factEffect(), effectText(deviation)],
    [m.deviation_factClosing(), deviation.closingNote],
  ]
  return facts.flatMap(([name, text]) => (text ? [{ name, text }] : []))
}

function effectText({ effectiveness, effectNote }: Deviation): string | null {
  if (effectiveness === null) return null
  const word = effectiveness === 'effective' ? m.deviation_effective() : m.deviation_notEffective()
  return [word, effectNote].filter(Boolean).join('. ')
}

/** The facts as a list of names and values. */
export function Facts({ deviation }: { deviation: Deviation }) {
  return (
    <dl className={styles.facts}>
      {factsOf(deviation).map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
