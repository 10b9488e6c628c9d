/// Who decides at a customer, as a tree: each contact below the one he reports to (R10.2).
package struct DecisionTree: Sendable {
  /// A contact in its place.
  package struct Row: Sendable, Equatable {
    package let contact: Contact
    /// For each level above, the outermost first, whether nobody follows there; the last is the contact's own. Empty at
    /// the top.
    package let isLast: [Bool]
  }

  package private(set) var rows: [Row] = []

  /// In the order of the contacts within each level. One whose superior is not among them stands at the top, and so does
  /// one of a ring, which no act makes.
  package init(_ contacts: [Contact]) {
    let names = Set(contacts.map(\.name))
    let below = Dictionary(grouping: contacts) { contact in
      contact.superior.flatMap { names.contains($0) ? $0 : nil }
    }
    for top in below[nil] ?? [] { add(top, [], below) }
    let placed = Set(rows.map(\.contact.name))
    rows += contacts.filter { !placed.contains($0.name) }.map { Row(contact: $0, isLast: []) }
  }

  private mutating func add(_ contact: Contact, _ isLast: [Bool], _ below: [String?: [Contact]]) {
    rows.append(Row(contact: contact, isLast: isLast))
    let next = below[contact.name] ?? []
    for (index, one) in next.enumerated() { add(one, isLast + [index == next.count - 1], below) }
  }

  /// Whether somebody would report to himself, if he reported to this one.
  package static func makesRing(_ name: String, under superior: String, among contacts: [Contact]) -> Bool {
    let above = Dictionary(contacts.map { ($0.name, $0.superior) }, uniquingKeysWith: { one, _ in one })
    var (current, seen): (String?, Set<String>) = (superior, [])
    while let name = current, seen.insert(name).inserted { current = above[name] ?? nil }
    return seen.contains(name)
  }
}
