import Domain
import Storage

/// A customer as it is typed or imported: raw texts, to be checked and brought into form (R5.9).
package struct CustomerForm: Sendable {
  package var kind: CustomerKind
  package var name: String
  /// Numbers of any kind, each text with one or several of them.
  package var phones: [String]
  package var faxes: [String]
  package var mobiles: [String]
  package var wechats: [String]
  package var address: String
  package var contact: String
  package var contactTitle: String
  package var industry: String
  package var source: String
  package var intent: String
  package var remark: String

  package init(
    kind: CustomerKind = .company, name: String, phones: [String] = [], faxes: [String] = [],
    mobiles: [String] = [], wechats: [String] = [], address: String, contact: String = "",
    contactTitle: String = "",
    industry: String = "", source: String = "", intent: String = "", remark: String = ""
  ) {
    self.kind = kind
    self.name = name
    self.phones = phones
    self.faxes = faxes
    self.mobiles = mobiles
    self.wechats = wechats
    self.address = address
    self.contact = contact
    self.contactTitle = contactTitle
    self.industry = industry
    self.source = source
    self.intent = intent
    self.remark = remark
  }
}

extension CustomerForm {
  /// "none" is an answer to a field that is asked for (R5.9).
  package static func isNone(_ text: String) -> Bool {
    let text = text.trimmedBlanks.lowercased()
    return text.isEmpty || ["none", "无", "没有", "-"].contains(text)
  }

  fileprivate var lines: [(field: String, text: String)] {
    [
      ("name", name), ("address", address), ("contact", contact), ("title", contactTitle),
      ("industry", industry), ("source", source),
    ]
  }

  fileprivate var numberTexts: [(field: String, texts: [String])] {
    [("phone", phones), ("fax", faxes), ("mobile", mobiles), ("wechat", wechats)]
  }

  /// With the lines left out that say there is nothing.
  fileprivate func without(_ saysNone: (String) -> Bool) -> CustomerForm {
    var form = self
    let lines: [WritableKeyPath<CustomerForm, String>] = [
      \.name, \.address, \.contact, \.contactTitle, \.industry, \.source, \.intent,
    ]
    for line in lines where saysNone(form[keyPath: line]) && form[keyPath: line] != "0" {
      form[keyPath: line] = ""
    }
    return form
  }

  /// Each line in one line and without the blanks around it.
  fileprivate var inPlainLines: CustomerForm {
    var form = self
    form.name = PlainText.inOneLine(name)
    form.address = PlainText.inOneLine(address)
    form.contact = PlainText.inOneLine(contact)
    form.contactTitle = PlainText.inOneLine(contactTitle)
    form.industry = PlainText.inOneLine(industry)
    form.source = PlainText.inOneLine(source)
    form.remark = PlainText.withPlainLineEnds(remark)
    return form
  }
}

/// Brings a form into the shape in which customers are kept, or says which field is wrong.
package struct CustomerIntake {
  /// Longer than any licence name or address.
  private static let longestLine = 300
  private static let longestRemark = 20_000

  private let tables: HouseTables
  private let policy: Policy

  package init(tables: HouseTables, policy: Policy) {
    self.tables = tables
    self.policy = policy
  }

  /// - Parameters:
  ///   - known: numbers it has already, where it is in the house.
  ///   - isEntry: whether it is typed in, and so asked for all that the policy wants to know (R5.9).
  package func customer(
    _ typed: CustomerForm, known: [CustomerNumber] = [], isEntry: Bool = false
  ) throws -> NewCustomer {
    try checkLengths(typed)
    let form = withNumbersOfName(typed.inPlainLines.without { tables.numbers.saysNone($0) })
    try checkTexts(form)
    let terms = NameTerms(form.name, tables)
    let company = form.kind == .company ? CompanyName(parsing: form.name, with: tables.names) : nil
    if let problem = NameProblem.of(terms.folded, company) { throw Refusal.invalidField("name", problem) }
    let numbers = try numbers(form, area: tables.numbers.areaCode(ofAddress: form.address))
    try checkNumbers(known + numbers, of: form.kind)
    if isEntry { try checkAnswers(form) }
    return NewCustomer(
      kind: form.kind, name: form.name, folded: terms.folded, companyName: company,
      initials: terms.initials,
      address: form.address, place: Place.short(ofAddress: form.address), industry: form.industry,
      source: form.source, remark: form.remark, intent: try intent(form), numbers: numbers,
      contacts: form.contact.isEmpty
        ? [] : [Contact(name: form.contact, title: form.contactTitle, isMain: true)],
      answers: answers(typed), grams: terms.grams)
  }

  /// R5.1: a number in the name belongs among the numbers, where it is masked and compared.
  private func withNumbersOfName(_ form: CustomerForm) -> CustomerForm {
    let split = NameNumbers(form.name, with: tables.names)
    let read = split.numbers.map { PhoneNumber.all(in: $0, with: tables.numbers) }
    guard split.name.hasLetters, !read.isEmpty, read.joined().allSatisfy(\.isValid) else { return form }
    var whole = form
    whole.name = split.name
    whole.phones += split.numbers
    return whole
  }

  private func checkLengths(_ form: CustomerForm) throws {
    for (field, text) in form.lines where text.utf8.count > CustomerIntake.longestLine {
      throw Refusal.invalidField(field, .tooLong)
    }
    for (field, texts) in form.numberTexts {
      for text in texts where text.utf8.count > CustomerIntake.longestLine {
        throw Refusal.invalidField(field, .tooLong)
      }
    }
    if form.remark.utf8.count > CustomerIntake.longestRemark {
      throw Refusal.invalidField("remark", .tooLong)
    }
  }

  /// R5.9: a landline and a fax are asked for where the policy does; "none" is an answer.
  private func checkAnswers(_ form: CustomerForm) throws {
    let required = form.kind == .company ? policy.requiredOfCompany : policy.requiredOfPerson
    let answers: [(EntryField, [String])] = [
      (.landline, form.phones), (.fax, form.faxes), (.mobile, form.mobiles),
    ]
    for (field, texts) in answers where required.contains(field) && texts.allSatisfy(\.isBlank) {
      throw Refusal.invalidField(field.rawValue, .missing)
    }
  }

  /// Where only "none" is written, and not nothing.
  private func answers(_ form: CustomerForm) -> EntryAnswers {
    let fields: [([String], EntryAnswers)] = [
      (form.phones, .noLandline), (form.faxes, .noFax), (form.mobiles, .noMobile),
    ]
    return fields.reduce(into: []) { answers, field in
      let written = field.0.filter { !$0.isBlank }
      if !written.isEmpty && written.allSatisfy(tables.numbers.saysNone) { answers.insert(field.1) }
    }
  }

  private func checkTexts(_ form: CustomerForm) throws {
    let required = form.kind == .company ? policy.requiredOfCompany : policy.requiredOfPerson
    if form.name.isEmpty && required.contains(.name) { throw Refusal.invalidField("name", .missing) }
    if form.address.isEmpty && required.contains(.address) { throw Refusal.invalidField("address", .missing) }
    for (field, text) in form.lines where !PlainText.isPlain(text) {
      throw Refusal.invalidField(field, .controlCharacters)
    }
    if !PlainText.isPlain(form.remark, lines: true) {
      throw Refusal.invalidField("remark", .controlCharacters)
    }
  }

  private func intent(_ form: CustomerForm) throws -> String {
    let text = form.intent.trimmedBlanks
    guard let level = text.isEmpty ? policy.intents.first : policy.intent(text.uppercased()) else {
      throw Refusal.invalidField("intent", .unknown)
    }
    return level.level
  }

  // MARK: numbers

  private func numbers(_ form: CustomerForm, area: String?) throws -> [CustomerNumber] {
    var found: [CustomerNumber] = []
    for (field, use, texts) in [
      ("phone", NumberUse.phone, form.phones), ("fax", .fax, form.faxes), ("mobile", .mobile, form.mobiles),
    ] {
      for text in texts where !tables.numbers.saysNone(text) {
        let read = PhoneNumber.all(in: text, areaCode: area, with: tables.numbers)
        guard !read.isEmpty, read.allSatisfy(\.isValid) else {
          throw Refusal.invalidField(field, .notANumber)
        }
        found += read.map { $0.asNumber(of: use) }
      }
    }
    for text in form.wechats where !tables.numbers.saysNone(text) {
      guard let id = WeChatID.number(text, with: tables.numbers) else {
        throw Refusal.invalidField("wechat", .unreadable)
      }
      found.append(id)
    }
    var seen: Set<String> = []
    return found.filter { seen.insert("\($0.line)\($0.collisionKey)").inserted }
  }

  /// At least one of landline and mobile; a person without landline and fax needs a mobile (R5.3, R5.9).
  private func checkNumbers(_ numbers: [CustomerNumber], of kind: CustomerKind) throws {
    if numbers.contains(where: \.use.isDialled) { return }
    if kind == .person && numbers.contains(where: { $0.use == .fax }) { return }
    throw Refusal.invalidField(kind == .person ? "mobile" : "landline_or_mobile", .missing)
  }
}

/// Names that tell nobody from another.
enum NameProblem {
  /// - Parameter company: nil for a person, who may have a name of one character.
  static func of(_ folded: String, _ company: CompanyName?) -> Refusal.Problem? {
    if !folded.hasLetters { return .unreadable }
    let letters = folded.unicodeScalars.lazy.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    guard let company else { return nil }
    if letters.count == 1 { return .tooShort }
    return company.saysNothing ? .saysNothing : nil
  }
}

extension CustomerNumber {
  /// As a telephone and a fax, or as the id of a chat, the same digits are two numbers.
  var line: String { use.isDialled ? "" : use.rawValue }
}

extension PhoneNumber {
  /// A mobile in a field for phones is a mobile all the same.
  func asNumber(of use: NumberUse) -> CustomerNumber {
    CustomerNumber(
      use: use == .phone && kind == .mobile ? .mobile : use, display: display, dialled: plain, masked: masked,
      collisionKey: collisionKey ?? plain, mark: .good)
  }
}

extension StringProtocol {
  /// Without the blanks around it, wide ones too.
  var trimmedBlanks: SubSequence {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return start[start.endIndex...] }
    return start[...end]
  }
}
