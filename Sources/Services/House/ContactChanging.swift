import Domain
import Storage

/// Who is at a customer, and who of them decides (R10.2).
extension CustomerChanging {
  mutating func keep(_ change: ContactChange) throws {
    let contacts = try unit.store.contacts.list(of: customer.id)
    let name = try PlainText.line(change.name, "contact")
    if name.isEmpty { throw Refusal.invalidField("contact", .missing) }
    let known = contacts.first { $0.name == name }
    if known == nil && change.isKnown { throw Refusal.invalidField("contact", .unknown) }
    let before = known ?? Contact(name: name, title: "", isMain: false)
    try unit.store.contacts.keep(try changed(before, change, among: contacts), of: customer.id)
    if let newName = change.newName { try rename(before, to: newName, among: contacts) }
    let after = try unit.store.contacts.list(of: customer.id)
    try note(known, after.first { $0.name == (change.newName ?? name) } ?? before)
  }

  private func changed(
    _ contact: Contact, _ change: ContactChange, among contacts: [Contact]
  ) throws -> Contact {
    func known(_ name: String, _ field: String) throws -> String {
      let name = PlainText.inOneLine(name)
      guard contacts.contains(where: { $0.name == name }) else { throw Refusal.invalidField(field, .unknown) }
      return name
    }
    var superior = contact.superior
    if let name = change.superior {
      superior = name.isEmpty ? nil : try known(name, "superior")
    }
    if let superior, DecisionTree.makesRing(contact.name, under: superior, among: contacts) {
      throw Refusal.invalidField("superior", .ring)
    }
    var influences = contact.influences
    for (listener, listens) in change.listeners {
      let listener = try known(listener, "listener")
      if listener == contact.name { throw Refusal.invalidField("listener", .ring) }
      influences.removeAll { $0 == listener }
      if listens { influences.append(listener) }
    }
    return Contact(
      name: contact.name, title: try change.title.map { try PlainText.line($0, "title") } ?? contact.title,
      isMain: contact.isMain || change.isMain, isCare: contact.isCare || change.isCare,
      role: change.role ?? contact.role, superior: superior, influences: influences)
  }

  private func rename(_ contact: Contact, to newName: String, among contacts: [Contact]) throws {
    let newName = try PlainText.line(newName, "name")
    if newName.isEmpty { throw Refusal.invalidField("name", .missing) }
    if newName == contact.name { return }
    if contacts.contains(where: { $0.name == newName }) { throw Refusal.invalidField("name", .taken) }
    try unit.store.contacts.rename(contact.name, to: newName, of: customer.id)
  }

  /// What the audit event says of it: under his name, and as it was before.
  private mutating func note(_ before: Contact?, _ after: Contact) throws {
    let who = "contact \(after.name)"
    if before == nil || before?.title != after.title {
      detail.change(who, from: before?.title, to: after.title)
    }
    if let before, before.name != after.name { note("contact", before.name, after.name) }
    if after.isMain && before?.isMain != true { note("main_contact", "", after.name) }
    if after.isCare && before?.isCare != true { note("care_contact", "", after.name) }
    note("role \(after.name)", before?.role?.rawValue ?? "", after.role?.rawValue ?? "")
    note("superior \(after.name)", before?.superior ?? "", after.superior ?? "")
    note(
      "influences \(after.name)", (before?.influences ?? []).joined(separator: ", "),
      after.influences.joined(separator: ", "))
  }
}
