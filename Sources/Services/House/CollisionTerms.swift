import Domain
import Storage

/// What somebody wants to know about, as he typed it: a name, or letters of its initials, and numbers, each text with one
/// or several of them.
package struct CollisionQuery: Sendable, Hashable {
  package var name: String
  package var phones: [String]
  package var faxes: [String]
  package var mobiles: [String]
  package var wechats: [String]
  /// Tells the area of landlines typed without one.
  package var address: String
  /// With its zero; it does the same, and leaves names of other areas out (R5.2).
  package var area: String?

  package init(
    name: String = "", phones: [String] = [], faxes: [String] = [], mobiles: [String] = [],
    wechats: [String] = [], address: String = "", area: String? = nil
  ) {
    self.name = name
    self.phones = phones
    self.faxes = faxes
    self.mobiles = mobiles
    self.wechats = wechats
    self.address = address
    self.area = area
  }
}

extension CollisionQuery {
  /// Digits without any letter, as somebody types who asks whose number it is.
  var hasNumbersForName: Bool { !name.hasLetters && name.contains(where: \.isWholeNumber) }

  /// With what stands for a name, or within one, read as the numbers it is (R5.1, R5.3).
  fileprivate func withNumbersOfName(_ tables: NameTables) -> CollisionQuery {
    var query = self
    if hasNumbersForName {
      query.phones.append(name)
      query.name = ""
    } else {
      let split = NameNumbers(name, with: tables)
      query.phones += split.numbers
      query.name = split.name
    }
    return query
  }
}

extension String {
  var hasLetters: Bool { unicodeScalars.contains { $0.properties.isAlphabetic } }
}

/// What is searched, brought into form (R5.3).
package struct CollisionTerms: Sendable {
  package struct Number: Sendable, Hashable {
    /// As who searches may see it: what he typed, and masked what the house knows (R2.2).
    package let display: String
    package let key: NumberKey
    /// Dead or wrong at the customer that has it: it tells nothing for sure.
    package let isMarked: Bool
  }

  package let name: String
  let folded: String
  /// Nil for a person, and where no name is searched.
  package let company: CompanyName?
  package let numbers: [Number]
  let area: String?

  /// The customer as it is about to be known.
  init(_ new: NewCustomer) {
    self.init(new.name, new.folded, new.companyName, new.numbers, \.display)
  }

  /// A customer of the house with the numbers it has, which nobody typed: what comes of the check, its receipt or its
  /// refusal, must not tell them.
  init(_ customer: Customer, _ numbers: [CustomerNumber], _ tables: HouseTables) {
    let folded = tables.folding.folded(customer.name)
    let company =
      customer.kind == .company ? CompanyName(parsing: customer.name, with: tables.names) : nil
    self.init(customer.name, folded, company, numbers, \.masked)
  }

  private init(
    _ name: String, _ folded: String, _ company: CompanyName?, _ numbers: [CustomerNumber],
    _ display: (CustomerNumber) -> String
  ) {
    self.name = name
    self.folded = folded
    self.company = company
    self.numbers = numbers.map {
      Number(
        display: display($0), key: NumberKey($0.collisionKey), isMarked: $0.mark == .dead || $0.mark == .wrong
      )
    }
    area = nil
  }

  /// What was typed; numbers that are none are left out.
  init(_ typed: CollisionQuery, _ tables: HouseTables) {
    let query = typed.withNumbersOfName(tables.names)
    name = PlainText.inOneLine(query.name)
    folded = tables.folding.folded(name)
    company = folded.isEmpty ? nil : CompanyName(parsing: name, with: tables.names)
    area = query.area
    let areaOfNumbers = query.area ?? tables.numbers.areaCode(ofAddress: query.address)
    let read = (query.phones + query.faxes + query.mobiles).flatMap {
      PhoneNumber.all(in: $0, areaCode: areaOfNumbers, with: tables.numbers)
    }
    let ids = query.wechats.compactMap { WeChatID.number($0, with: tables.numbers) }
    let typed =
      read.compactMap { number in number.collisionKey.map { (number.display, NumberKey($0)) } }
      + ids.map { ($0.display, NumberKey($0.collisionKey)) }
    var seen: Set<NumberKey> = []
    numbers = typed.filter { seen.insert($0.1).inserted }
      .map { Number(display: $0.0, key: $0.1, isMarked: false) }
  }

  /// How many things are looked for.
  package var count: Int { numbers.count + (folded.isEmpty ? 0 : 1) }
}
