const stems =
  `Ask Bjørk Dal Elve Foss Gran Hassel Ise Krok Lind Myr Nord Ose Rogne Selje Torv Ulve Vinter Øst Åker Brei Gull
  Hest Kvern Lang Molte Rev Sand Tran Vass`.split(/\s+/)
const endings = `bygda eng fjell haug heim lia li mo nes rud stad sund tun vang vik voll ås øya`.split(/\s+/)

/**
 * Made-up place names for copies of units.
 * @returns a function that starts a new set; a set gives each known place a name of its own, the same each time.
 * No name comes twice.
 */
export function placeNames() {
  let used = 0
  const nextName = () => {
    // 30 stems × 18 endings, spread so that neighbours differ in both.
    const index = used++
    const stem = stems[index % stems.length]
    const ending = endings[(index + Math.floor(index / stems.length)) % endings.length]
    const round = Math.floor(index / (stems.length * endings.length))
    return `${['', 'Øvre ', 'Nedre ', 'Ytre ', 'Indre ', 'Nye '][round] ?? `${round}. `}${stem}${ending}`
  }
  return () => {
    const names = new Map<string, string>()
    return (place: string) => {
      const name = names.get(place) ?? nextName()
      names.set(place, name)
      return name
    }
  }
}
