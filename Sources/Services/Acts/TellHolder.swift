import Domain
import Storage

/// Hands what was learned of somebody else's customer to its holder (R5.3): it moves no clock, and changes nothing of the
/// customer.
package struct TellHolder {
  let customer: CustomerID
  let text: String
  /// Each text with one or several numbers.
  let numbers: [String]
  let contact: String

  package init(_ customer: CustomerID, text: String, numbers: [String] = [], contact: String = "") {
    self.customer = customer
    self.text = text
    self.numbers = numbers
    self.contact = contact
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try NoteCheck.requireLines(text, "text")
    if contact.utf8.count > NoteCheck.longestLine { throw Refusal.invalidField("contact", .tooLong) }
    guard PlainText.isPlain(contact) else { throw Refusal.invalidField("contact", .controlCharacters) }
    try house.write(as: actor, .tell, on: customer, at: now) { unit, customer in
      guard let holder = customer.holder else { throw Refusal.wrongState(customer.state) }
      let said = [contact, try known(customer, unit.rules.tables), PlainText.withPlainLineEnds(text)]
        .filter { !$0.isBlank }.joined(separator: ", ")
      if said.isEmpty { throw Refusal.invalidField("text", .missing) }
      try unit.store.alerts.add(.told, to: holder, on: customer.id, due: now, clock: "", at: now)
      unit.event.add(["text": said])
    }
  }

  private func known(_ customer: Customer, _ tables: HouseTables) throws -> String {
    let area = tables.numbers.areaCode(ofAddress: customer.address)
    return try numbers.map { text in
      let read = PhoneNumber.all(in: text, areaCode: area, with: tables.numbers)
      guard !read.isEmpty, read.allSatisfy(\.isValid) else {
        throw Refusal.invalidField("number", .notANumber)
      }
      return read.map(\.display).joined(separator: ", ")
    }.joined(separator: ", ")
  }
}

/// A manager lets a number be called again, everywhere in the house (R6.3).
package struct LiftDoNotCall {
  let number: String
  let area: String?
  let reason: String

  package init(_ number: String, area: String? = nil, reason: String) {
    self.number = number
    self.area = area
    self.reason = reason
  }

  /// - Returns: the customers that have the number.
  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> [CustomerID] {
    if reason.isBlank { throw Refusal.invalidField("reason", .missing) }
    try NoteCheck.requireLines(reason, "reason")
    let read = PhoneNumber.all(in: number, areaCode: area, with: house.rules.tables.numbers)
    guard read.count == 1, let key = read[0].collisionKey else {
      throw Refusal.invalidField("number", .notANumber)
    }
    return try house.write(as: actor, .lift, at: now) { unit in
      let customers = try unit.store.numbers.lift(withKey: key)
      if customers.isEmpty { throw Refusal.invalidField("number", .unknown) }
      for customer in customers {
        var detail = EventDetail(["text": reason])
        detail.change(
          "number \(read[0].display)", from: NumberMark.doNotCall.rawValue, to: NumberMark.good.rawValue)
        try unit.record(.lift, on: customer, detail)
      }
      return customers
    }
  }
}
