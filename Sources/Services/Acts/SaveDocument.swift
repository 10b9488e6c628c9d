import Domain
import Storage

/// Takes a document out of the house, as it was put in; that is on record (R10.3, R12.4).
package struct SaveDocument {
  let document: DocumentID

  package init(_ document: DocumentID) {
    self.document = document
  }

  package struct Saved: Sendable {
    package let document: Document
    package let content: [UInt8]
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Saved {
    let subject = try house.readWithoutRight { try $0.store.documents.find(document)?.customer }
    guard let subject else { throw Refusal.unknownDocument(String(document.value)) }
    return try house.write(as: actor, .saveDocument, on: subject, at: now) { unit, customer in
      guard let found = try unit.store.documents.find(document), found.customer == customer.id else {
        throw Refusal.unknownDocument(String(document.value))
      }
      let content = try unit.store.documents.content(of: document)
      guard SHA256.hex(of: content) == found.hash else { throw DocumentError.damaged(found.name) }
      unit.event.add(["document": String(document.value), "name": found.name])
      return Saved(document: found, content: content)
    }
  }
}
