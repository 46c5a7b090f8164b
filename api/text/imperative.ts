const irregular: Record<string, string> = {
  er: 'vær',
  har: 'ha',
  gjør: 'gjør',
  spør: 'spør',
  sier: 'si',
  ser: 'se',
  ber: 'be',
  ler: 'le',
  skjer: 'skje',
}

/** Consonants that cannot end a word together: the imperative of «åpner» is «åpne», of «fyller» is «fyll». */
const needsVowel = /[bdfgkmpstv][lnr]$/

/**
 * The imperative of a bokmål verb in the present: «ringer» gives «ring», «går» «gå», «kommer» «kom», «åpner» «åpne».
 * Undefined for what does not look like such a verb.
 */
export function imperativeOf(present: string): string | undefined {
  const known = irregular[present]
  if (known !== undefined) return known
  // «går», «gir», «tar», «blir»: the r alone goes.
  if (/^\p{L}*[aiouyæøå]r$/u.test(present)) return present.slice(0, -1)
  if (!/^\p{L}{2,}er$/u.test(present)) return undefined
  const stem = present.slice(0, -2)
  // «vurderer» ends its stem in -er, which is no cluster.
  if (stem.endsWith('mm')) return stem.slice(0, -1)
  if (stem.endsWith('gn')) return stem
  return needsVowel.test(stem) ? `${stem}e` : stem
}
