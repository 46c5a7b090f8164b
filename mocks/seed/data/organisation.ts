import type { UnitPlan } from '../unit-plan.ts'

/** Elvestrand kommune: a made-up municipality of 1 300 employees. Positions are `[title, people, average percentage, without a PC of their own]`. */
export const elvestrand: UnitPlan = { kind: 'municipality', name: 'Elvestrand kommune', field: 'administration', leader: 'Kommunedirektør', units: [
  { kind: 'staff', name: 'Kommunedirektørens stab', leader: 'Stabssjef', units: [
    { kind: 'department', name: 'Kommunikasjon', leader: 'Kommunikasjonsleder', positions: [['Kommunikasjonsrådgiver', 3, 100], ['Webredaktør', 1, 100]] },
    { kind: 'department', name: 'Politisk sekretariat', positions: [['Rådgiver', 2, 100], ['Formannskapssekretær', 1, 100]] },
    { kind: 'department', name: 'Beredskap og juss', positions: [['Beredskapskoordinator', 1, 100], ['Kommuneadvokat', 1, 100], ['Personvernombud', 1, 50]] },
  ] },
  { kind: 'staff', name: 'Økonomi', leader: 'Økonomisjef', units: [
    { kind: 'department', name: 'Regnskap og lønn', leader: 'Avdelingsleder', positions: [['Regnskapskonsulent', 6, 100], ['Lønnskonsulent', 5, 100]] },
    { kind: 'department', name: 'Budsjett og analyse', positions: [['Controller', 4, 100]] },
    { kind: 'department', name: 'Innkjøp', positions: [['Innkjøpsrådgiver', 2, 100]] },
    { kind: 'department', name: 'Eiendomsskatt og fakturering', positions: [['Konsulent', 4, 95]] },
  ] },
  { kind: 'staff', name: 'Organisasjon og digitalisering', leader: 'Organisasjonssjef', units: [
    { kind: 'department', name: 'HR og HMS', leader: 'HR-leder', positions: [['HR-rådgiver', 6, 100], ['Hovedverneombud', 1, 100], ['Opplæringskonsulent (lærlinger)', 1, 100]] },
    { kind: 'department', name: 'Digitalisering og IKT', leader: 'IKT-leder', apprentices: [2, 'IT-driftsfaget'], positions: [['IKT-rådgiver', 5, 100], ['IKT-konsulent brukerstøtte', 5, 100], ['Digitaliseringsrådgiver', 3, 100], ['Informasjonssikkerhetsansvarlig', 1, 100]] },
    { kind: 'department', name: 'Dokumentsenter', leader: 'Arkivleder', positions: [['Arkivkonsulent', 5, 95]] },
    { kind: 'department', name: 'Servicekontoret', leader: 'Servicekontorleder', apprentices: [2, 'kontor- og administrasjonsfaget'], positions: [['Servicekonsulent', 7, 85]] },
    { kind: 'department', name: 'Hovedtillitsvalgte', positions: [['Hovedtillitsvalgt', 5, 60]] },
  ] },
  { kind: 'sector', name: 'Oppvekst og utdanning', field: 'school', leader: 'Kommunalsjef', positions: [['Skolefaglig rådgiver', 3, 100], ['Barnehagefaglig rådgiver', 2, 100], ['Rådgiver', 2, 100], ['Konsulent', 2, 80]], units: [
    { kind: 'unit', name: 'Elvestrand skole', leader: 'Rektor', place: 'Elvestrand sentrum', units: [
      { kind: 'department', name: 'Administrasjon Elvestrand skole', positions: [['Inspektør', 2, 100], ['Skolesekretær', 1, 80]] },
      { kind: 'department', name: 'Småtrinnet 1.–4.', leader: 'Trinnleder', positions: [['Adjunkt', 7, 95], ['Adjunkt med tilleggsutdanning', 9, 95], ['Fagarbeider', 4, 75, true], ['Assistent', 3, 70, true]] },
      { kind: 'department', name: 'Mellomtrinnet 5.–7.', leader: 'Trinnleder', positions: [['Adjunkt', 7, 95], ['Adjunkt med tilleggsutdanning', 9, 95], ['Lektor', 2, 100], ['Fagarbeider', 4, 75, true], ['Assistent', 3, 70, true]] },
      { kind: 'department', name: 'SFO Elvestrand skole', leader: 'SFO-leder', apprentices: [1, 'barne- og ungdomsarbeiderfaget'], positions: [['Fagarbeider SFO', 7, 60, true], ['Assistent SFO', 7, 50, true]] },
    ] },
    { kind: 'unit', name: 'Bjørkåsen skole', leader: 'Rektor', place: 'Bjørkåsen', units: [
      { kind: 'department', name: 'Administrasjon Bjørkåsen skole', positions: [['Inspektør', 1, 100], ['Skolesekretær', 1, 80]] },
      { kind: 'department', name: 'Småtrinnet 1.–4.', leader: 'Trinnleder', positions: [['Adjunkt', 5, 95], ['Adjunkt med tilleggsutdanning', 7, 95], ['Fagarbeider', 3, 75, true], ['Assistent', 2, 70, true]] },
      { kind: 'department', name: 'Mellomtrinnet 5.–7.', leader: 'Trinnleder', positions: [['Adjunkt', 6, 95], ['Adjunkt med tilleggsutdanning', 7, 95], ['Lektor', 1, 100], ['Fagarbeider', 3, 75, true], ['Assistent', 3, 70, true]] },
      { kind: 'department', name: 'SFO Bjørkåsen skole', leader: 'SFO-leder', apprentices: [1, 'barne- og ungdomsarbeiderfaget'], positions: [['Fagarbeider SFO', 6, 60, true], ['Assistent SFO', 6, 50, true]] },
    ] },
    { kind: 'unit', name: 'Nordmo skole', leader: 'Rektor', place: 'Nordmo', units: [
      { kind: 'department', name: 'Administrasjon Nordmo skole', positions: [['Inspektør', 1, 100], ['Skolesekretær', 1, 80]] },
      { kind: 'department', name: 'Småtrinnet 1.–4.', leader: 'Trinnleder', positions: [['Adjunkt', 4, 95], ['Adjunkt med tilleggsutdanning', 5, 95], ['Fagarbeider', 2, 75, true], ['Assistent', 2, 70, true]] },
      { kind: 'department', name: 'Mellomtrinnet 5.–7.', leader: 'Trinnleder', positions: [['Adjunkt', 5, 95], ['Adjunkt med tilleggsutdanning', 6, 95], ['Lektor', 1, 100], ['Fagarbeider', 3, 75, true], ['Assistent', 2, 70, true]] },
      { kind: 'department', name: 'SFO Nordmo skole', leader: 'SFO-leder', apprentices: [1, 'barne- og ungdomsarbeiderfaget'], positions: [['Fagarbeider SFO', 4, 60, true], ['Assistent SFO', 5, 50, true]] },
    ] },
    { kind: 'unit', name: 'Fossum oppvekstsenter skole', leader: 'Rektor', place: 'Fossum', units: [
      { kind: 'department', name: 'Administrasjon Fossum oppvekstsenter skole', positions: [['Inspektør', 1, 100], ['Skolesekretær', 1, 80]] },
      { kind: 'department', name: 'Småtrinnet 1.–4.', leader: 'Trinnleder', positions: [['Adjunkt', 2, 95], ['Adjunkt med tilleggsutdanning', 3, 95], ['Fagarbeider', 1, 75, true], ['Assistent', 1, 70, true]] },
      { kind: 'department', name: 'Mellomtrinnet 5.–7.', leader: 'Trinnleder', positions: [['Adjunkt', 3, 95], ['Adjunkt med tilleggsutdanning', 3, 95], ['Fagarbeider', 2, 75, true], ['Assistent', 2, 70, true]] },
      { kind: 'department', name: 'SFO Fossum oppvekstsenter skole', leader: 'SFO-leder', positions: [['Fagarbeider SFO', 2, 60, true], ['Assistent SFO', 3, 50, true]] },
    ] },
    { kind: 'unit', name: 'Elvestrand ungdomsskole', leader: 'Rektor', place: 'Elvestrand sentrum', units: [
      { kind: 'department', name: 'Administrasjon Elvestrand ungdomsskole', positions: [['Inspektør', 2, 100], ['Skolesekretær', 1, 80]] },
      { kind: 'department', name: '8. trinn', leader: 'Trinnleder', positions: [['Adjunkt', 5, 95], ['Adjunkt med tilleggsutdanning', 7, 95], ['Lektor', 3, 100], ['Miljøterapeut', 1, 100]] },
      { kind: 'department', name: '9. trinn', leader: 'Trinnleder', positions: [['Adjunkt', 5, 95], ['Adjunkt med tilleggsutdanning', 7, 95], ['Lektor', 3, 100], ['Fagarbeider', 2, 80, true]] },
      { kind: 'department', name: '10. trinn', leader: 'Trinnleder', positions: [['Adjunkt', 5, 95], ['Adjunkt med tilleggsutdanning', 7, 95], ['Lektor', 3, 100], ['Assistent', 3, 70, true]] },
    ] },
    { kind: 'unit', name: 'Åsgård ungdomsskole', leader: 'Rektor', place: 'Åsgård', units: [
      { kind: 'department', name: 'Administrasjon Åsgård ungdomsskole', positions: [['Inspektør', 1, 100], ['Skolesekretær', 1, 80]] },
      { kind: 'department', name: '8. trinn', leader: 'Trinnleder', positions: [['Adjunkt', 4, 95], ['Adjunkt med tilleggsutdanning', 5, 95], ['Lektor', 2, 100], ['Miljøterapeut', 1, 100]] },
      { kind: 'department', name: '9. trinn', leader: 'Trinnleder', positions: [['Adjunkt', 4, 95], ['Adjunkt med tilleggsutdanning', 5, 95], ['Lektor', 2, 100], ['Fagarbeider', 1, 80, true]] },
      { kind: 'department', name: '10. trinn', leader: 'Trinnleder', positions: [['Adjunkt', 4, 95], ['Adjunkt med tilleggsutdanning', 5, 95], ['Lektor', 2, 100], ['Assistent', 2, 70, true]] },
    ] },
    { kind: 'unit', name: 'Voksenopplæringen', leader: 'Virksomhetsleder', place: 'Elvestrand sentrum', units: [
      { kind: 'department', name: 'Norskopplæring', leader: 'Avdelingsleder', positions: [['Adjunkt', 4, 90], ['Adjunkt med tilleggsutdanning', 5, 90]] },
      { kind: 'department', name: 'Grunnskole for voksne', positions: [['Adjunkt med tilleggsutdanning', 4, 90], ['Logoped', 1, 100]] },
    ] },
    { kind: 'unit', name: 'Solbakken barnehage', field: 'kindergarten', leader: 'Barnehagestyrer', place: 'Elvestrand sentrum', units: [
      { kind: 'department', name: 'Blåklokka (0–3)', apprentices: [1, 'barne- og ungdomsarbeiderfaget'], positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Hvitveisen (0–3)', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Løvetann (3–6)', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Tyttebær (3–6)', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Rødkløver (3–6)', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 1, 85, true]] },
    ] },
    { kind: 'unit', name: 'Bjørkåsen barnehage', field: 'kindergarten', leader: 'Barnehagestyrer', place: 'Bjørkåsen', units: [
      { kind: 'department', name: 'Ekorn', apprentices: [1, 'barne- og ungdomsarbeiderfaget'], positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Pinnsvin', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Rev', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Ulv', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 1, 85, true]] },
    ] },
    { kind: 'unit', name: 'Nordmo barnehage', field: 'kindergarten', leader: 'Barnehagestyrer', place: 'Nordmo', units: [
      { kind: 'department', name: 'Måne', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Sol', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Stjerne', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
    ] },
    { kind: 'unit', name: 'Fossum oppvekstsenter barnehage', field: 'kindergarten', leader: 'Barnehagestyrer', place: 'Fossum', units: [
      { kind: 'department', name: 'Ørret', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Laks', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 1, 85, true]] },
    ] },
    { kind: 'unit', name: 'Åsgård barnehage', field: 'kindergarten', leader: 'Barnehagestyrer', place: 'Åsgård', units: [
      { kind: 'department', name: 'Tor', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Frøya', apprentices: [1, 'barne- og ungdomsarbeiderfaget'], positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Odin', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Idunn', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 1, 85, true]] },
    ] },
    { kind: 'unit', name: 'Lyngheim barnehage', field: 'kindergarten', leader: 'Barnehagestyrer', place: 'Lyngheim', units: [
      { kind: 'department', name: 'Røsslyng', apprentices: [1, 'barne- og ungdomsarbeiderfaget'], positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Blåbær', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Multe', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Krekling', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Einer', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 1, 85, true]] },
    ] },
    { kind: 'unit', name: 'Elvebredden naturbarnehage', field: 'kindergarten', leader: 'Barnehagestyrer', place: 'Elvebredden', units: [
      { kind: 'department', name: 'Bever', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Oter', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
      { kind: 'department', name: 'Hegre', positions: [['Pedagogisk leder', 1, 100, true], ['Barnehagelærer', 1, 95, true], ['Fagarbeider (barne- og ungdomsarbeider)', 1, 95, true], ['Assistent', 2, 85, true]] },
    ] },
    { kind: 'unit', name: 'Familiens hus', field: 'health', leader: 'Virksomhetsleder', place: 'Familiens hus', units: [
      { kind: 'department', name: 'Barnevernstjenesten', leader: 'Barnevernsleder', positions: [['Barnevernskonsulent', 11, 100], ['Miljøterapeut', 3, 90]] },
      { kind: 'department', name: 'Helsestasjon og skolehelsetjeneste', leader: 'Ledende helsesykepleier', positions: [['Helsesykepleier', 11, 85], ['Jordmor', 3, 80], ['Sekretær', 2, 80]] },
      { kind: 'department', name: 'PP-tjenesten', leader: 'PPT-leder', positions: [['PP-rådgiver', 6, 100], ['Logoped', 2, 100], ['Spesialpedagog', 7, 90]] },
      { kind: 'department', name: 'Ungdomstjenesten og SLT', positions: [['Ungdomskontakt', 3, 100], ['SLT-koordinator', 1, 100]] },
    ] },
  ] },
  { kind: 'sector', name: 'Helse og mestring', field: 'health', leader: 'Kommunalsjef', positions: [['Fagrådgiver', 3, 100], ['Kvalitetsrådgiver', 2, 100], ['Velferdsteknologirådgiver', 1, 100], ['Bemanningskonsulent', 4, 100], ['Kommuneoverlege', 1, 100]], units: [
    { kind: 'unit', name: 'Elvestrand sykehjem', leader: 'Virksomhetsleder', place: 'Elvestrand sykehjem', units: [
      { kind: 'department', name: '1. etasje – korttid og rehabilitering', leader: 'Avdelingsleder', positions: [['Sykepleier', 9, 80, true], ['Spesialsykepleier', 1, 90, true], ['Fagarbeider (helsefagarbeider)', 11, 72, true], ['Assistent', 8, 35, true]] },
      { kind: 'department', name: '2. etasje – langtid', leader: 'Avdelingsleder', positions: [['Sykepleier', 6, 80, true], ['Spesialsykepleier', 1, 90, true], ['Fagarbeider (helsefagarbeider)', 13, 72, true], ['Assistent', 10, 35, true]] },
      { kind: 'department', name: '3. etasje – langtid', leader: 'Avdelingsleder', positions: [['Sykepleier', 6, 80, true], ['Spesialsykepleier', 1, 90, true], ['Fagarbeider (helsefagarbeider)', 13, 72, true], ['Assistent', 10, 35, true]] },
      { kind: 'department', name: 'Skjermet avdeling Lyngheia (demens)', leader: 'Avdelingsleder', positions: [['Sykepleier', 5, 80, true], ['Spesialsykepleier', 1, 90, true], ['Fagarbeider (helsefagarbeider)', 11, 72, true], ['Assistent', 9, 35, true]] },
      { kind: 'department', name: 'Natt-team', leader: 'Avdelingsleder natt', positions: [['Sykepleier', 5, 68, true], ['Fagarbeider (helsefagarbeider)', 9, 62, true]] },
      { kind: 'department', name: 'Sykehjemslege og fysioterapi', positions: [['Sykehjemslege', 2, 80], ['Fysioterapeut', 2, 100], ['Aktivitør/arbeidsterapeut', 2, 80]] },
    ] },
    { kind: 'unit', name: 'Hjemmetjenesten', leader: 'Virksomhetsleder', place: 'Helsehuset', units: [
      { kind: 'department', name: 'Sone Sentrum', leader: 'Avdelingsleder', apprentices: [2, 'helsearbeiderfaget'], positions: [['Sykepleier', 8, 80, true], ['Spesialsykepleier', 1, 90, true], ['Fagarbeider (helsefagarbeider)', 13, 72, true], ['Assistent', 9, 35, true]] },
      { kind: 'department', name: 'Sone Nord', leader: 'Avdelingsleder', apprentices: [2, 'helsearbeiderfaget'], positions: [['Sykepleier', 6, 80, true], ['Spesialsykepleier', 1, 90, true], ['Fagarbeider (helsefagarbeider)', 11, 72, true], ['Assistent', 8, 35, true]] },
      { kind: 'department', name: 'Sone Sør', leader: 'Avdelingsleder', apprentices: [1, 'helsearbeiderfaget'], positions: [['Sykepleier', 6, 80, true], ['Spesialsykepleier', 1, 90, true], ['Fagarbeider (helsefagarbeider)', 11, 72, true], ['Assistent', 8, 35, true]] },
      { kind: 'department', name: 'Praktisk bistand (hjemmehjelp)', leader: 'Avdelingsleder', positions: [['Hjemmehjelper', 14, 65, true]] },
      { kind: 'department', name: 'Kreftkoordinator og spesialteam', positions: [['Spesialsykepleier', 4, 90], ['Sykepleier', 2, 80]] },
      { kind: 'department', name: 'Dagsenter for eldre', leader: 'Avdelingsleder', positions: [['Aktivitør/arbeidsterapeut', 2, 80, true], ['Fagarbeider (helsefagarbeider)', 3, 75, true]] },
    ] },
    { kind: 'unit', name: 'Bo- og miljøtjenesten', leader: 'Virksomhetsleder', place: 'Granlia', units: [
      { kind: 'department', name: 'Bofellesskap Elvebredden', leader: 'Avdelingsleder', place: 'Elvebredden', apprentices: [2, 'helsearbeiderfaget'], positions: [['Vernepleier', 4, 85, true], ['Miljøterapeut', 3, 80, true], ['Fagarbeider (helsefagarbeider)', 8, 70, true], ['Assistent', 9, 45, true]] },
      { kind: 'department', name: 'Bofellesskap Granlia', leader: 'Avdelingsleder', place: 'Granlia', apprentices: [1, 'helsearbeiderfaget'], positions: [['Vernepleier', 3, 85, true], ['Miljøterapeut', 2, 80, true], ['Fagarbeider (helsefagarbeider)', 6, 70, true], ['Assistent', 9, 45, true]] },
      { kind: 'department', name: 'Bofellesskap Tunet', leader: 'Avdelingsleder', place: 'Tunet', apprentices: [1, 'helsearbeiderfaget'], positions: [['Vernepleier', 3, 85, true], ['Miljøterapeut', 2, 80, true], ['Fagarbeider (helsefagarbeider)', 6, 70, true], ['Assistent', 7, 45, true]] },
      { kind: 'department', name: 'Barne- og avlastningsboligen', leader: 'Avdelingsleder', place: 'Åsgård', positions: [['Vernepleier', 3, 85, true], ['Miljøterapeut', 2, 80, true], ['Fagarbeider (helsefagarbeider)', 6, 70, true], ['Assistent', 8, 45, true]] },
      { kind: 'department', name: 'Dag- og arbeidssenteret', leader: 'Avdelingsleder', positions: [['Miljøarbeider', 6, 85, true], ['Arbeider', 3, 60, true]] },
    ] },
    { kind: 'unit', name: 'Psykisk helse og rus', leader: 'Virksomhetsleder', place: 'Helsehuset', units: [
      { kind: 'department', name: 'Oppfølgingsteam', leader: 'Avdelingsleder', positions: [['Psykiatrisk sykepleier', 4, 100], ['Sosionom', 4, 100], ['Ruskonsulent', 3, 100], ['Erfaringskonsulent', 1, 50]] },
      { kind: 'department', name: 'Bolig med bemanning Kvartsveien', leader: 'Avdelingsleder', positions: [['Miljøterapeut', 4, 80, true], ['Fagarbeider', 7, 70, true], ['Assistent', 3, 40, true]] },
      { kind: 'department', name: 'Kommunepsykolog', positions: [['Psykolog', 2, 100]] },
    ] },
    { kind: 'unit', name: 'Helsehuset – legevakt, fysio og ergo', leader: 'Virksomhetsleder', place: 'Helsehuset', units: [
      { kind: 'department', name: 'Legekontor', leader: 'Avdelingsleder', positions: [['Fastlege', 4, 100], ['Legesekretær', 5, 80], ['Turnuslege (LIS1)', 2, 100]] },
      { kind: 'department', name: 'Fysio- og ergoterapi', leader: 'Avdelingsleder', positions: [['Fysioterapeut', 7, 90], ['Ergoterapeut', 4, 100], ['Turnusfysioterapeut', 1, 100]] },
      { kind: 'department', name: 'Hjelpemiddellager og vaktmester', positions: [['Hjelpemiddeltekniker', 2, 100, true]] },
      { kind: 'department', name: 'Frisklivssentralen', positions: [['Folkehelserådgiver', 2, 100]] },
    ] },
    { kind: 'unit', name: 'Ressursenheten (vikarpool)', leader: 'Virksomhetsleder', place: 'Helsehuset', units: [
      { kind: 'department', name: 'Sykepleiepool', positions: [['Sykepleier', 9, 60, true]] },
      { kind: 'department', name: 'Fagarbeider- og assistentpool', leader: 'Avdelingsleder', positions: [['Fagarbeider (helsefagarbeider)', 14, 50, true], ['Assistent', 17, 30, true]] },
    ] },
    { kind: 'unit', name: 'Tildeling og koordinering', field: 'administration', leader: 'Virksomhetsleder', place: 'Rådhuset', units: [
      { kind: 'department', name: 'Tildelingskontoret', positions: [['Saksbehandler', 7, 100], ['Koordinator', 2, 100]] },
    ] },
    { kind: 'unit', name: 'NAV Elvestrand', field: 'administration', leader: 'NAV-leder', place: 'NAV-kontoret', units: [
      { kind: 'department', name: 'Sosiale tjenester', leader: 'Avdelingsleder', positions: [['Veileder', 9, 100], ['Gjeldsrådgiver', 1, 100]] },
      { kind: 'department', name: 'Flyktningtjenesten', leader: 'Avdelingsleder', positions: [['Flyktningkonsulent', 4, 100], ['Miljøarbeider', 2, 80]] },
      { kind: 'department', name: 'Boligkontor', positions: [['Boligkonsulent', 2, 100]] },
    ] },
    { kind: 'unit', name: 'Kjøkken- og vaskeritjenesten', leader: 'Virksomhetsleder', place: 'Elvestrand sykehjem', units: [
      { kind: 'department', name: 'Produksjonskjøkken', leader: 'Kjøkkensjef', apprentices: [1, 'kokkfaget'], positions: [['Kokk', 5, 90, true], ['Kjøkkenassistent', 6, 65, true]] },
      { kind: 'department', name: 'Vaskeri', positions: [['Vaskeriassistent', 3, 75, true]] },
    ] },
  ] },
  { kind: 'sector', name: 'Samfunn, kultur og teknisk', field: 'administration', leader: 'Kommunalsjef', positions: [['Rådgiver', 2, 100], ['Prosjektleder', 3, 100]], units: [
    { kind: 'unit', name: 'Plan, byggesak og miljø', leader: 'Virksomhetsleder', place: 'Rådhuset', units: [
      { kind: 'department', name: 'Plan og næring', leader: 'Avdelingsleder', positions: [['Arealplanlegger', 5, 100], ['Næringsrådgiver', 1, 100]] },
      { kind: 'department', name: 'Byggesak', leader: 'Avdelingsleder', positions: [['Byggesaksbehandler', 5, 100], ['Sekretær', 1, 80]] },
      { kind: 'department', name: 'Geodata og oppmåling', leader: 'Avdelingsleder', positions: [['Oppmålingsingeniør', 3, 100], ['GIS-ingeniør', 2, 100]] },
      { kind: 'department', name: 'Landbruk, miljø og klima', positions: [['Jordbruksrådgiver', 1, 100], ['Skogbruksrådgiver', 1, 100], ['Miljøvernrådgiver', 2, 100]] },
    ] },
    { kind: 'unit', name: 'Teknisk drift', field: 'technical', leader: 'Virksomhetsleder', place: 'Driftsstasjonen', units: [
      { kind: 'department', name: 'Vann og avløp', leader: 'Avdelingsleder', positions: [['VA-ingeniør', 3, 100], ['Driftsoperatør VA', 9, 100, true]] },
      { kind: 'department', name: 'Veg, park og idrett', leader: 'Avdelingsleder', positions: [['Vegingeniør', 1, 100], ['Fagarbeider veg', 7, 100, true], ['Gartner', 3, 100, true]] },
      { kind: 'department', name: 'Maskinpark og verksted', positions: [['Mekaniker', 2, 100, true]] },
    ] },
    { kind: 'unit', name: 'Eiendom og renhold', field: 'cleaning', leader: 'Eiendomssjef', place: 'Driftsstasjonen', units: [
      { kind: 'department', name: 'Byggdrift', field: 'technical', leader: 'Avdelingsleder', apprentices: [1, 'byggdrifterfaget'], positions: [['Vaktmester (byggdrifter)', 12, 100, true], ['Energirådgiver', 1, 100]] },
      { kind: 'department', name: 'Renhold skole og barnehage', field: 'kindergarten', leader: 'Renholdsleder', positions: [['Renholder', 22, 80, true]] },
      { kind: 'department', name: 'Renhold helsebygg', field: 'cleaning', leader: 'Renholdsleder', positions: [['Renholder', 13, 78, true]] },
      { kind: 'department', name: 'Prosjekt og vedlikehold', field: 'technical', positions: [['Byggeprosjektleder', 4, 100], ['Tømrer', 2, 100, true]] },
    ] },
    { kind: 'unit', name: 'Brann og redning', field: 'fire', leader: 'Brannsjef', place: 'Brannstasjonen', units: [
      { kind: 'department', name: 'Forebyggende', leader: 'Avdelingsleder', positions: [['Branninspektør', 2, 100], ['Feier', 2, 100, true]] },
      { kind: 'department', name: 'Beredskap (deltid)', leader: 'Utrykningsleder', positions: [['Brannkonstabel deltid', 18, 5, true]] },
    ] },
    { kind: 'unit', name: 'Kultur og fritid', leader: 'Virksomhetsleder', place: 'Kulturhuset', units: [
      { kind: 'department', name: 'Biblioteket', leader: 'Biblioteksjef', positions: [['Bibliotekar', 4, 85], ['Bibliotekmedarbeider', 2, 60]] },
      { kind: 'department', name: 'Kulturskolen', leader: 'Kulturskolerektor', positions: [['Kulturskolelærer', 13, 45, true]] },
      { kind: 'department', name: 'Ungdomshus og frivillighet', leader: 'Avdelingsleder', positions: [['Fritidsleder', 3, 80, true], ['Kulturkonsulent', 2, 100], ['Frivilligsentralleder', 1, 100]] },
      { kind: 'department', name: 'Svømmehall og idrettsbygg', positions: [['Badevakt', 5, 40, true]] },
    ] },
  ] },
] }
