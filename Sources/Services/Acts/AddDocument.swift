import Domain
import Storage

/// Keeps a file with a customer (R10.3), with its hash. What is kept stays (R2.4).
package struct AddDocument {
  let customer: CustomerID
  let name: String
  let content: [UInt8]

  /// - Parameter name: of a path, the last part counts.
  package init(_ name: String, _ content: [UInt8], to customer: CustomerID) {
    let last = name.split(separator: "/").last.map(String.init) ?? ""
    self.name = PlainText.inOneLine(PlainText.forTerminal(last))
    self.content = content
    self.customer = customer
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Document {
    // Nobody waits in line while the bytes are gone through.
    let hash = SHA256.hex(of: content)
    return try house.write(as: actor, .change, on: customer, at: now) { unit, customer in
      if name.isEmpty { throw Refusal.invalidField("document", .missing) }
      if name.utf8.count > NoteCheck.longestLine || content.count > Document.largest {
        throw Refusal.invalidField("document", .tooLong)
      }
      if let known = try unit.store.documents.list(of: customer.id).first(where: { $0.hash == hash }) {
        throw Refusal.documentKnown(known)
      }
      let id = try unit.store.documents.add(name, content, hash: hash, to: customer.id, by: actor, at: now)
      guard let document = try unit.store.documents.find(id) else {
        throw Refusal.unknownDocument(String(id.value))
      }
      unit.event.change("document \(name)", from: nil, to: document.sizeText)
      unit.event.add(["document": String(id.value), "hash": hash])
      return document
    }
  }
}
