/** Written with a full stop that says nothing about where the sentence ends. Without the stop, in small letters. */
const neverLast = new Set(
  `adm adr ang apr aug avd avg bl ca des dir div dr dvs ekskl eks eksp eng ev evt febr feb f fom forts gj gnr bnr
  hhv hr iflg ift iht inkl jan jf jfr jul jun kap kl konf mht mnd mtp nedenf nr okt pga pkt pr prof ref rep resp s
  saksnr sep sept sml såk str tab tdl tlf utg vedr vha vs årg mrs mr st jr fig vol approx dept est`.split(
    /\s+/,
  ),
)

/** Those that often are the last word of a sentence: they end it when a capital letter follows. */
const oftenLast = new Set(
  'osv etc tom mv mm ol o.l m.v m.m m.fl o.a kr mill mrd stk min sek pst kg km moh inc ltd'.split(' '),
)

/** How the full stop after a word is to be read. */
export function abbreviationOf(word: string): 'never last' | 'often last' | undefined {
  const small = word.toLowerCase()
  if (oftenLast.has(small)) return 'often last'
  return neverLast.has(small) || small.includes('.') ? 'never last' : undefined
}
