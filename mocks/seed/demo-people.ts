import type { AppRole } from '#api/roles.ts'

/** One of the people everyone may sign in as in a demo, with what is fixed about the person. */
export interface DemoPerson {
  /** Short name in tests and on the sign-in page: the part of the user name before the @. */
  key: string
  /** The directory's object id (`oid`), always the same. */
  id: string
  userPrincipalName: string
  displayName: string
  givenName: string
  surname: string
  jobTitle: string
  appRoles: readonly AppRole[]
  /** Names of the units from the municipality down to the one of the main position. */
  orgUnit: readonly string[]
  /** The unit's position or `leader`, by the title the organisation file uses. */
  position: 'leader' | (string & {})
  /** Who this is, in a few words, for the sign-in page. */
  who: { nb: string; nn: string; en: string }
}

const municipality = 'Elvestrand kommune'

/** The 13 demo people. Ids and facts are written here and nowhere else. */
export const demoPeople: readonly DemoPerson[] = [
  person('Kari', 'Nilsen', {
    id: '5d0f6a4e-2c1b-4f7d-9a36-0b8e71c4d201',
    jobTitle: 'Helsefagarbeider',
    position: 'Fagarbeider (helsefagarbeider)',
    orgUnit: [municipality, 'Helse og mestring', 'Elvestrand sykehjem', '2. etasje – langtid'],
    who: {
      nb: 'Helsefagarbeider på sykehjemmet, går turnus og bruker telefon',
      nn: 'Helsefagarbeidar på sjukeheimen, går turnus og brukar telefon',
      en: 'Healthcare worker at the nursing home, works shifts, uses a phone',
    },
  }),
  person('Ola', 'Bakken', {
    id: '8b7e3c15-91d4-4a02-8c5f-6e20a9f3b702',
    jobTitle: 'Avdelingsleder',
    position: 'leader',
    orgUnit: [municipality, 'Helse og mestring', 'Elvestrand sykehjem', '2. etasje – langtid'],
    who: {
      nb: 'Leder for 2. etasje på sykehjemmet, Karis leder',
      nn: 'Leiar for 2. etasje på sjukeheimen, leiaren til Kari',
      en: 'Leader of the nursing home’s second floor, Kari’s leader',
    },
  }),
  person('Ingrid', 'Solberg', {
    id: 'c3a9d7f0-58e6-4b1c-b7a4-d1f2580e9603',
    jobTitle: 'Virksomhetsleder',
    position: 'leader',
    orgUnit: [municipality, 'Helse og mestring', 'Elvestrand sykehjem'],
    who: {
      nb: 'Leder for hele sykehjemmet',
      nn: 'Leiar for heile sjukeheimen',
      en: 'Leader of the whole nursing home',
    },
  }),
  person('Arne', 'Lund', {
    id: '1e64b8d2-7f30-4c95-a2e8-93b5c07d6a04',
    jobTitle: 'Kommunalsjef',
    position: 'leader',
    orgUnit: [municipality, 'Helse og mestring'],
    who: {
      nb: 'Kommunalsjef for Helse og mestring',
      nn: 'Kommunalsjef for Helse og mestring',
      en: 'Director of health and care',
    },
  }),
  person('Marit', 'Haugen', {
    id: 'f92c0a67-3b8d-4e51-96d7-4a7c15e8f305',
    jobTitle: 'Kommunedirektør',
    position: 'leader',
    orgUnit: [municipality],
    who: {
      nb: 'Kommunedirektør, leder for hele kommunen',
      nn: 'Kommunedirektør, leiar for heile kommunen',
      en: 'Chief executive of the municipality',
    },
  }),
  person('Liv', 'Dahl', {
    id: '27d5e9b4-c60a-4837-8f1d-b2e04c9a7106',
    jobTitle: 'Kommunikasjonsrådgiver',
    position: 'Kommunikasjonsrådgiver',
    appRoles: ['Editor', 'Crisis'],
    orgUnit: [municipality, 'Kommunedirektørens stab', 'Kommunikasjon'],
    who: {
      nb: 'Kommunikasjon: skriver og publiserer til alle, med i kriseledelsen',
      nn: 'Kommunikasjon: skriv og publiserer til alle, med i kriseleiinga',
      en: 'Communications: writes and publishes to everybody, in the crisis team',
    },
  }),
  person('Hege', 'Moen', {
    id: 'a06f41c8-e59d-4270-b3c6-58d9e72b4f07',
    jobTitle: 'HR-rådgiver',
    position: 'HR-rådgiver',
    appRoles: ['HR'],
    orgUnit: [municipality, 'Organisasjon og digitalisering', 'HR og HMS'],
    who: { nb: 'HR-rådgiver', nn: 'HR-rådgjevar', en: 'Human resources' },
  }),
  person('Tor', 'Berg', {
    id: '64c8b2f9-0d17-4ea3-9b50-e7a61f3c8d08',
    jobTitle: 'Kvalitetsrådgiver',
    position: 'Kvalitetsrådgiver',
    appRoles: ['Quality'],
    orgUnit: [municipality, 'Helse og mestring'],
    who: {
      nb: 'Kvalitetsrådgiver i Helse og mestring',
      nn: 'Kvalitetsrådgjevar i Helse og mestring',
      en: 'Quality adviser in health and care',
    },
  }),
  person('Nina', 'Aas', {
    id: 'd81b5e03-a4f2-4d69-8e7c-2f90b6d35c09',
    jobTitle: 'Sykepleier',
    position: 'Sykepleier',
    appRoles: ['SafetyRep'],
    orgUnit: [municipality, 'Helse og mestring', 'Elvestrand sykehjem', '3. etasje – langtid'],
    who: {
      nb: 'Sykepleier og verneombud på sykehjemmet',
      nn: 'Sjukepleiar og verneombod på sjukeheimen',
      en: 'Nurse and safety representative at the nursing home',
    },
  }),
  person('Per', 'Eide', {
    id: '3f7a96d1-b82e-4c04-a5f9-71c3e8d02b10',
    jobTitle: 'Personvernombud',
    position: 'Personvernombud',
    appRoles: ['DataProtection'],
    orgUnit: [municipality, 'Kommunedirektørens stab', 'Beredskap og juss'],
    who: { nb: 'Personvernombud', nn: 'Personvernombod', en: 'Data protection officer' },
  }),
  person('Anne', 'Vik', {
    id: '90e2c7a5-4d6b-4f18-b9d3-06a5f1e87c11',
    jobTitle: 'Servicekonsulent',
    position: 'Servicekonsulent',
    appRoles: ['ServiceDesk'],
    orgUnit: [municipality, 'Organisasjon og digitalisering', 'Servicekontoret'],
    who: {
      nb: 'Servicekontoret: svarer på telefonen og hjelper folk videre',
      nn: 'Servicekontoret: svarer på telefonen og hjelper folk vidare',
      en: 'Service desk: answers the phone and helps people on',
    },
  }),
  person('Jon', 'Strand', {
    id: 'b54d08e6-1f9c-4a73-8d20-c9e7b36a5f12',
    jobTitle: 'IKT-rådgiver',
    position: 'IKT-rådgiver',
    appRoles: ['Admin'],
    orgUnit: [municipality, 'Organisasjon og digitalisering', 'Digitalisering og IKT'],
    who: {
      nb: 'IKT-rådgiver, drifter systemet',
      nn: 'IKT-rådgjevar, driftar systemet',
      en: 'IT adviser, runs the system',
    },
  }),
  person('Sara', 'Holm', {
    id: '7c19f3b0-d5a8-4e62-94b1-8d06e2c5fa13',
    jobTitle: 'Lærer',
    position: 'Adjunkt',
    orgUnit: [municipality, 'Oppvekst og utdanning', 'Bjørkåsen skole', 'Småtrinnet 1.–4.'],
    who: {
      nb: 'Lærer på Bjørkåsen skole',
      nn: 'Lærar på Bjørkåsen skule',
      en: 'Teacher at Bjørkåsen school',
    },
  }),
]

/** Has left the municipality: the account is disabled. Nobody may sign in as her. */
export const disabledPerson: DemoPerson = person('Gunn', 'Dahle', {
  id: 'e6a3d8c2-70b5-4f94-a1e7-35c9d4f08b14',
  jobTitle: 'Helsefagarbeider',
  position: 'Fagarbeider (helsefagarbeider)',
  orgUnit: [municipality, 'Helse og mestring', 'Elvestrand sykehjem', '2. etasje – langtid'],
  who: { nb: 'Har sluttet', nn: 'Har slutta', en: 'Has left' },
})

function person(
  givenName: string,
  surname: string,
  facts: Pick<DemoPerson, 'id' | 'jobTitle' | 'position' | 'orgUnit' | 'who'> & {
    appRoles?: readonly AppRole[]
  },
): DemoPerson {
  const key = `${givenName}.${surname}`.toLowerCase()
  return {
    key,
    userPrincipalName: `${key}@elvestrand.example`,
    displayName: `${givenName} ${surname}`,
    givenName,
    surname,
    appRoles: [],
    ...facts,
  }
}
