export { demoPeople, type DemoPerson } from './seed/demo-people.ts'
