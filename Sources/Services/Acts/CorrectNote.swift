import Domain
import Storage

/// Puts the text of a note right (R6.5): a new line on the old one, which stays and keeps what it did. Who wrote it may,
/// and who is above him.
package struct CorrectNote {
  private enum Meant {
    case note(NoteID)
    case last(CustomerID)
  }

  private let meant: Meant
  private let text: String

  package init(_ note: NoteID, text: String) {
    meant = .note(note)
    self.text = PlainText.withPlainLineEnds(text)
  }

  /// The last note of a customer that counts.
  package init(lastOf customer: CustomerID, text: String) {
    meant = .last(customer)
    self.text = PlainText.withPlainLineEnds(text)
  }

  /// - Returns: the customer the note is about.
  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> CustomerID {
    let subject = try house.readWithoutRight { try meantCustomer(in: $0) }
    try house.write(as: actor, .change, on: subject, leaving: .changes, at: now) { unit, _ in
      try correct(meantNote(in: unit), in: unit)
    }
    return subject
  }

  private func meantCustomer(in unit: ReadingUnit) throws -> CustomerID {
    switch meant {
    case .last(let customer): return customer
    case .note(let note):
      guard let found = try unit.store.notes.find(note) else { throw Refusal.unknownNote(String(note.value)) }
      return found.customer
    }
  }

  private func meantNote(in unit: WritingUnit) throws -> NoteID {
    switch meant {
    case .note(let note): return note
    case .last(let customer):
      guard let last = try unit.store.notes.last(of: [customer])[customer] else {
        throw Refusal.invalidField("note", .missing)
      }
      return last.id
    }
  }

  private func correct(_ note: NoteID, in unit: WritingUnit) throws {
    guard let written = try unit.store.notes.find(note) else {
      throw Refusal.unknownNote(String(note.value))
    }
    let (person, mayAnswer) = (try unit.person, try unit.rules.rights.allowBelow(.answer, to: unit.person))
    guard try written.author == unit.actor || (mayAnswer && Allowance(unit).mayAnswer(person, written.author))
    else {
      let author = try unit.store.people.holder(written.author)
      throw author.map(Refusal.notYourNote) ?? Refusal.notAllowed(.change)
    }
    if written.isTakenBack { throw Refusal.invalidField("note", .takenBack) }
    try NoteCheck.requireLines(text, "text")
    if text.allSatisfy(\.isWhitespace) { throw Refusal.invalidField("text", .missing) }
    if text == written.text { return }
    try unit.store.notes.correct(note, text: text)
    unit.event.change("note \(note.value)", from: written.text, to: text)
  }
}
