import Domain

/// What is wrong with the fields of a check, whatever the house knows of them.
extension CollisionQuery {
  private static let longest = 300

  /// What keeps it from being entered as it stands: numbers are no name (R5.9).
  package func problem(_ tables: HouseTables) -> Refusal? {
    do {
      try require(tables)
      return hasNumbersForName ? .invalidField("name", .unreadable) : nil
    } catch {
      return error as? Refusal
    }
  }

  /// Refuses what can not be searched.
  func require(_ tables: HouseTables) throws {
    let texts = [("phone", phones), ("fax", faxes), ("mobile", mobiles)]
    let lines = [("name", [name]), ("address", [address]), ("wechat", wechats)]
    for (field, typed) in lines + texts {
      for text in typed where text.utf8.count > CollisionQuery.longest {
        throw Refusal.invalidField(field, .tooLong)
      }
      for text in typed where !PlainText.isPlain(text, lines: true) {
        throw Refusal.invalidField(field, .controlCharacters)
      }
    }
    if let area, !tables.numbers.isAreaCode(area) {
      throw Refusal.invalidField("area", .unknown)
    }
    for (field, typed) in texts {
      for text in typed {
        let read = PhoneNumber.all(in: text, with: tables.numbers)
        if read.isEmpty || !read.allSatisfy(\.isValid) { throw Refusal.invalidField(field, .notANumber) }
      }
    }
    for text in wechats where WeChatID.number(text, with: tables.numbers) == nil {
      throw Refusal.invalidField("wechat", .unreadable)
    }
    try requireName(tables, isAsked: wechats.isEmpty && texts.allSatisfy(\.1.isEmpty))
  }

  private func requireName(_ tables: HouseTables, isAsked: Bool) throws {
    if name.isBlank {
      if isAsked { throw Refusal.invalidField("name", .missing) }
      return
    }
    if hasNumbersForName {
      let read = PhoneNumber.all(in: name, with: tables.numbers)
      if read.isEmpty || !read.allSatisfy(\.isValid) { throw Refusal.invalidField("name", .unreadable) }
      return
    }
    let company = CompanyName(parsing: name, with: tables.names)
    if let problem = NameProblem.of(tables.folding.folded(name), company) {
      throw Refusal.invalidField("name", problem)
    }
  }
}
