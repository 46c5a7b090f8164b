import { foreignNames, longNames, norwegianNames } from './data/names.ts'
import type { Random } from './random.ts'

/** A person's name in its parts. */
export interface PersonName {
  givenName: string
  surname: string
  displayName: string
}

/** Shares of all employees, 0–1. */
const shares = { foreign: 0.17, doubleGivenName: 0.14, doubleSurname: 0.12 }

/** Draws a name. Combinations are invented; the shares are those of a Norwegian municipality. */
export function drawName(random: Random, isWoman: boolean): PersonName {
  const group = random.chance(shares.foreign) ? random.pick(foreignNames) : norwegianNames
  const givenNames = isWoman ? group.women : group.men
  let givenName = random.pick(givenNames)
  let surname = random.pick(group.surnames)
  if (random.chance(shares.doubleGivenName)) {
    const second = random.pick(givenNames)
    if (second !== givenName) givenName += (random.chance(0.4) ? '-' : ' ') + second
  }
  if (random.chance(shares.doubleSurname)) {
    const second = random.pick(random.chance(0.3) ? norwegianNames.surnames : group.surnames)
    if (second !== surname) surname += (random.chance(0.25) ? '-' : ' ') + second
  }
  return { givenName, surname, displayName: `${givenName} ${surname}` }
}

/** A name of more than sixty characters. @param index which of them, from 0; undefined when there are no more. */
export function longName(index: number): (PersonName & { isWoman: boolean }) | undefined {
  const name = longNames[index]
  return name && { ...name, displayName: `${name.givenName} ${name.surname}` }
}

const spelledOut: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a', ł: 'l', đ: 'd', ŋ: 'ng', ß: 'ss' }

/** Lower-case ASCII letters and digits only: `Åse-Marie Øverbø` → `asemarieoverbo`. */
const asciiName = (text: string) =>
  text
    .toLowerCase()
    .replace(/[æøåłđŋß]/g, (letter) => spelledOut[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')

/**
 * Hands out user names: first given name, a dot, last surname. The next person of the same name gets a number.
 * @param taken user names given out already.
 */
export function userNames(taken: Iterable<string>) {
  const lastNumber = new Map([...taken].map((name) => [name, 1]))
  return ({ givenName, surname }: PersonName) => {
    // split() of any text has at least one part.
    const name = `${asciiName(givenName.split(/[ -]/)[0]!)}.${asciiName(surname.split(/[ -]/).at(-1)!)}`
    const number = (lastNumber.get(name) ?? 0) + 1
    lastNumber.set(name, number)
    return number === 1 ? name : `${name}${number}`
  }
}
