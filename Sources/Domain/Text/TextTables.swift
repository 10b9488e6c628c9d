/// placeholder until names land
package struct TextTables: Sendable { package init() {} }
