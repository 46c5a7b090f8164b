import type { SeedUnit } from '#mocks/seed/org-units.ts'
import type { SeedPerson } from '#mocks/seed/people.ts'
import { randomFor, type Random } from '#mocks/seed/random.ts'
import { aboutPeople } from '#mocks/seed/about-people.ts'

/** What somebody types, who types it, and who must be among the first three. */
export interface Question {
  kind: string
  text: string
  askerId: string
  isRight: (answer: {
    id: string
    displayName: string
    jobTitle: string | null
    department: string | null
  }) => boolean
}

/** How many questions of each kind. */
const counts = {
  'full name': 25,
  'names in the other order': 20,
  'one letter wrong': 45,
  'without æ, ø and å': 25,
  'beginnings of names': 25,
  'telephone number': 25,
  subject: 20,
  initials: 15,
  'name and title': 20,
  'name and unit': 20,
}
type Kind = keyof typeof counts

/**
 * Questions about people, the same each time. People near each other are asked for by what one knows of a colleague: the
 * name, or a part of it. Of strangers one knows more: a name that is theirs alone, or the title, the unit, the number.
 * Right is the person meant, or one who looks the same in the list: same name, title and unit.
 */
export function searchQuestions(people: readonly SeedPerson[]): Question[] {
  const random = randomFor('search questions')
  const about = aboutPeople(people)
  const protectedTitles = new Set(['Barnevernskonsulent', 'Adjunkt', 'Veileder'])
  const enabled = people.filter(({ isEnabled }) => isEnabled)
  const asked = enabled.filter(({ job }) => !protectedTitles.has(job.title))
  const byUnit = Map.groupBy(enabled, ({ job }) => workplaceOf(job.unit).id)
  const byDepartment = Map.groupBy(enabled, ({ job }) => job.unit.id)
  const sameName = Map.groupBy(enabled, ({ displayName }) => displayName)
  const stranger = () => random.pick(enabled)
  const colleague = (person: SeedPerson) =>
    random.pick(byUnit.get(workplaceOf(person.job.unit).id) ?? [person])
  const neighbour = (person: SeedPerson) => random.pick(byDepartment.get(person.job.unit.id) ?? [person])

  const draw = (fits: (person: SeedPerson) => boolean): SeedPerson => {
    for (;;) {
      const person = random.pick(asked)
      if (fits(person)) return person
    }
  }
  const isAlone = ({ displayName }: SeedPerson) => sameName.get(displayName)?.length === 1
  const of = (kind: Kind, person: SeedPerson, asker: SeedPerson, text: string): Question => ({
    kind,
    text,
    askerId: asker.id,
    isRight: (answer) =>
      answer.id === person.id ||
      (answer.displayName === person.displayName &&
        answer.jobTitle === person.job.jobTitle &&
        answer.department === person.job.unit.name),
  })

  const makers: Record<Kind, () => Question> = {
    'full name': () => {
      const person = draw(() => true)
      return of('full name', person, isAlone(person) ? stranger() : colleague(person), person.displayName)
    },
    'names in the other order': () => {
      const person = draw(() => true)
      const text = `${person.surname} ${person.givenName}`.toLowerCase()
      return of('names in the other order', person, isAlone(person) ? stranger() : colleague(person), text)
    },
    'one letter wrong': () => {
      const person = draw(({ displayName }) => displayName.split(/[ -]/).some((word) => word.length > 4))
      return of('one letter wrong', person, colleague(person), withSlip(person.displayName, random))
    },
    'without æ, ø and å': () => {
      const person = draw(({ displayName }) => /[æøå]/i.test(displayName))
      const asker = isAlone(person) ? stranger() : colleague(person)
      return of('without æ, ø and å', person, asker, inAscii(person.displayName, random))
    },
    'beginnings of names': () => {
      const person = draw(() => true)
      const text = `${person.givenName.slice(0, 4)} ${person.surname.slice(0, 4)}`.toLowerCase()
      return of('beginnings of names', person, colleague(person), text)
    },
    'telephone number': () => {
      const person = draw(
        ({ mobilePhone, businessPhones }) => mobilePhone !== null || businessPhones.length > 0,
      )
      const number = person.mobilePhone ?? person.businessPhones[0] ?? ''
      return of('telephone number', person, stranger(), spaced(number, random))
    },
    subject: () => {
      const person = draw(({ id }) => (about.get(id)?.responsibilities.length ?? 0) > 0)
      const subject = random.pick(about.get(person.id)?.responsibilities ?? [])
      return {
        ...of('subject', person, colleague(person), subject),
        // Whoever knows the subject is right, if they are the colleague or as near.
        isRight: (answer) =>
          about.get(answer.id)?.responsibilities.includes(subject) === true &&
          enabled.some(
            ({ id, job }) => id === answer.id && workplaceOf(job.unit) === workplaceOf(person.job.unit),
          ),
      }
    },
    initials: () => {
      const person = draw(({ displayName }) => displayName.split(/[ -]/).length > 1)
      const text = person.displayName
        .split(/[ -]/)
        .map((word) => word[0])
        .join('')
      return of('initials', person, neighbour(person), text)
    },
    'name and title': () => {
      const person = draw(isAlone)
      const text = `${person.surname.split(/[ -]/)[0]} ${person.job.jobTitle} ${person.givenName.slice(0, 3)}`
      return of('name and title', person, stranger(), text.toLowerCase())
    },
    'name and unit': () => {
      const person = draw(
        ({ job, givenName, displayName }) =>
          enabled.filter(
            (other) =>
              workplaceOf(other.job.unit) === workplaceOf(job.unit) && other.displayName === displayName,
          ).length === 1 && givenName.length > 1,
      )
      const text = `${person.givenName} ${person.surname} ${workplaceOf(person.job.unit).name}`
      return of('name and unit', person, stranger(), text)
    },
  }
  return Object.entries(counts).flatMap(([kind, count]) =>
    // The keys of `counts` are the kinds.
    Array.from({ length: count }, () => makers[kind as Kind]()),
  )
}

/** The unit people say they work at: school, nursing home, staff. */
function workplaceOf(unit: SeedUnit): SeedUnit {
  if (unit.parent === null || unit.kind === 'unit' || unit.kind === 'staff') return unit
  return unit.parent.kind === 'municipality' || unit.parent.kind === 'sector' || unit.parent.kind === 'area'
    ? unit
    : workplaceOf(unit.parent)
}

const letters = 'abcdefghijklmnoprstuvyøå'

/** A letter left out, doubled, changed, or swapped with the next, in one of the longer words. */
function withSlip(text: string, random: Random): string {
  const words = text.split(' ')
  const long = words.map((word, index) => [word, index] as const).filter(([word]) => word.length > 4)
  const [word, index] = random.pick(long.length > 0 ? long : [[text, 0] as const])
  const at = 1 + random.below(word.length - 2)
  const slips = [
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + word[at] + word.slice(at),
    () => word.slice(0, at) + random.pick(letters.split('')) + word.slice(at + 1),
    () => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ]
  words[index] = random.pick(slips)()
  return words.join(' ')
}

function inAscii(text: string, random: Random): string {
  const ways: Record<string, string[]> = { æ: ['ae', 'a'], ø: ['oe', 'o'], å: ['aa', 'a'] }
  const way = random.below(2)
  return text.toLowerCase().replaceAll(/[æøå]/g, (letter) => ways[letter]?.[way] ?? letter)
}

function spaced(number: string, random: Random): string {
  const national = random.pick([
    number,
    number.replace(/(..)(..)(..)(..)/, '$1 $2 $3 $4'),
    number.replace(/(...)(..)(...)/, '$1 $2 $3'),
    number.replace(/(....)(....)/, '$1 $2'),
  ])
  return random.pick(['', '', '+47 ', '0047']) + national
}
