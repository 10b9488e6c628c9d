import Domain
import Storage

/// Looks whether a company is known, and leaves a receipt of it (R5.6). It reserves nothing: the earlier entry or
/// application has the customer.
package struct CheckCollision {
  private static let longest = 300

  let query: CollisionQuery

  package init(_ query: CollisionQuery) {
    self.query = query
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Receipt {
    try requirePlain(house.rules.tables)
    // The search comes first, so that nobody waits for it.
    let look = try CollisionLook.read(query, by: actor, at: now, in: house)
    return try house.write { store in
      _ = try Allowance(house).require(actor, .check)
      let receipt = try CollisionCheck(house, for: actor, at: now)
        .receipt(of: .check, look.terms, look.hits, hasMore: look.hasMore)
      try store.receipts.add(receipt)
      return receipt
    }
  }

  private func requirePlain(_ tables: HouseTables) throws {
    let texts = [("phone", query.phones), ("fax", query.faxes), ("mobile", query.mobiles)]
    let lines = [("name", [query.name]), ("address", [query.address]), ("wechat", query.wechats)]
    for (field, typed) in lines + texts {
      for text in typed where text.utf8.count > CheckCollision.longest {
        throw Refusal.invalidField(field, .tooLong)
      }
      for text in typed where !PlainText.isPlain(text, lines: true) {
        throw Refusal.invalidField(field, .controlCharacters)
      }
    }
    if let area = query.area, !tables.numbers.isAreaCode(area) {
      throw Refusal.invalidField("area", .unknown)
    }
    for (field, typed) in texts {
      for text in typed {
        let read = PhoneNumber.all(in: text, with: tables.numbers)
        if read.isEmpty || !read.allSatisfy(\.isValid) { throw Refusal.invalidField(field, .notANumber) }
      }
    }
    for text in query.wechats where WeChatID.number(text, with: tables.numbers) == nil {
      throw Refusal.invalidField("wechat", .unreadable)
    }
    try requireName(tables, isAsked: query.wechats.isEmpty && texts.allSatisfy(\.1.isEmpty))
  }

  private func requireName(_ tables: HouseTables, isAsked: Bool) throws {
    if query.name.isBlank {
      if isAsked { throw Refusal.invalidField("name", .missing) }
      return
    }
    let company = CompanyName(parsing: query.name, with: tables.names)
    if let problem = NameProblem.of(tables.folding.folded(query.name), company) {
      throw Refusal.invalidField("name", problem)
    }
  }
}
