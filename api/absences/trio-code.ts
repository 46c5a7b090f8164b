import type { AbsenceKind } from '../database/absence-tables.ts'

/** What the codes of Norwegian switchboards at the head of a subject mean (features.md K7, K22). */
const kinds: Record<string, AbsenceKind> = {
  LUN: 'lunch',
  // Gått for dagen.
  GFD: 'other',
  // Tjenesteoppdrag and tjenestereise.
  TJE: 'travel',
  TJR: 'travel',
  MØT: 'meeting',
  // Deltid: a day one does not work.
  DEL: 'other',
  FER: 'vacation',
  // Permisjon.
  PER: 'leave',
  UTE: 'other',
  SYK: 'sick',
  ANN: 'other',
  // Avspasering.
  AVS: 'leave',
}

/**
 * The code of a subject: `MØT: budsjett` closes the phone, `MØT; budsjett` leaves it open. What stands behind it is
 * not read. @returns undefined for a subject without one.
 */
export function trioCode(subject: string): { kind: AbsenceKind; isPhoneOpen: boolean } | undefined {
  const [, code = '', mark] = /^\s*([A-ZÆØÅ]{3})\s*([:;])/i.exec(subject.normalize('NFC')) ?? []
  const kind = Object.hasOwn(kinds, code.toUpperCase()) ? kinds[code.toUpperCase()] : undefined
  return kind && { kind, isPhoneOpen: mark === ';' }
}
