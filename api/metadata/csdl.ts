import type { Property } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'

const escape = (text: string) =>
  text.replaceAll(
    /[&<>"]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char,
  )

/**
 * The service described in CSDL (OData 4.0), made from the same resources that answer requests, so that the two
 * cannot come apart. Objects become complex types; computed properties are left to the contract.
 */
export function csdl(resources: readonly Resource[]): string {
  const types = resources.map(entityType).join('')
  const sets = resources
    .map(({ name, entity }) => `<EntitySet Name="${name}" EntityType="tunet.${entity}"/>`)
    .join('')
  const actions = resources
    .flatMap(({ entity, actions = [] }) =>
      actions.map(
        (name) =>
          `<Action Name="${name}" IsBound="true"><Parameter Name="bindingParameter" Type="tunet.${entity}"/></Action>`,
      ),
    )
    .join('')
  return `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="tunet" xmlns="http://docs.oasis-open.org/odata/ns/edm">${types}${actions}<EntityContainer Name="tunetService">${sets}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>
`
}

function entityType(resource: Resource): string {
  const complex = new Map<string, string>()
  const properties: string[] = []
  for (const [path, property] of resource.properties) {
    const [object, member] = path.split('/')
    if (object === undefined || member === undefined) {
      properties.push(propertyElement(path, property))
      continue
    }
    if (!complex.has(object)) {
      properties.push(`<Property Name="${object}" Type="tunet.${complexName(resource, object)}"/>`)
    }
    complex.set(object, (complex.get(object) ?? '') + propertyElement(member, property))
  }
  const navigation = Object.entries(resource.expand ?? {})
    .map(
      ([name, { resource: target }]) =>
        `<NavigationProperty Name="${name}" Type="tunet.${target().entity}"/>`,
    )
    .join('')
  const complexTypes = [...complex]
    .map(([name, members]) => `<ComplexType Name="${complexName(resource, name)}">${members}</ComplexType>`)
    .join('')
  return `${complexTypes}<EntityType Name="${resource.entity}"><Key><PropertyRef Name="id"/></Key>${properties.join('')}${navigation}</EntityType>`
}

const complexName = ({ entity }: Resource, object: string) =>
  `${entity}${object.charAt(0).toUpperCase()}${object.slice(1)}`

function propertyElement(name: string, { type, collection, nullable }: Property): string {
  const edm = collection ? `Collection(${type})` : type
  return `<Property Name="${escape(name)}" Type="${edm}" Nullable="${nullable}"/>`
}
