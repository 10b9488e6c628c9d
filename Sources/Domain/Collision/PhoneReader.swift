/// Puts the tokens of a field together to numbers (R5.3).
struct PhoneReader {
  /// Digits side by side, and what stands around them.
  private struct Run {
    let digits: String
    let hasPlus: Bool
    let joint: Joint
    let isCounted: Bool

    /// 400 and 800 written apart begin a number of theirs, or none.
    var isServiceCode: Bool { digits == "400" || digits == "800" }
  }

  /// What stands before digits.
  private enum Joint {
    case none, dash, bracket
    /// Behind an area alone: 0755/88888888
    case slash
  }

  /// What the next digits are.
  private enum Role {
    case number, extensionBehind, extensionAhead, somethingElse
  }

  private let tables: PhoneTables
  /// The area of numbers that name none: the one given, or that of the number before.
  private var areaCode: String?
  private var numbers: [PhoneNumber] = []
  private var runs: [Run] = []
  private var hasPlus = false
  private var joint = Joint.none
  private var isFax = false
  /// How many numbers there were when the last label came; -1 before the first.
  private var countAtLabel = -1
  private var role = Role.number
  /// 801 of 分机801 0755-88888888
  private var extensionAhead: String?
  /// Where digits may be another end of the number before them: 62001234/5/6.
  private var ending = Ending.none

  private enum Ending {
    case none, behindNumber, behindSlash
  }

  init(areaCode: String?, tables: PhoneTables) {
    self.areaCode = areaCode
    self.tables = tables
  }

  mutating func take(_ token: PhoneToken) {
    switch token {
    case .digits(let digits, let isCounted): takeDigits(digits, isCounted)
    case .plus: takePlus()
    case .joint: joint = .dash
    case .bracket: joint = .bracket
    case .blank: break
    case .separator: takeSeparator()
    case .word: endGroup()
    case .faxLabel, .otherLabel: takeLabel(token)
    case .idLabel:
      endGroup()
      role = .somethingElse
    case .extensionMark(let mayLead):
      endGroup()
      if numbers.last?.isValid == true { role = .extensionBehind } else if mayLead { role = .extensionAhead }
    }
  }

  mutating func finish() -> [PhoneNumber] {
    endGroup()
    guard numbers.contains(where: \.isValid) else { return numbers }
    let found = numbers.filter { $0.isValid || $0.digits.utf8.count > 6 }
    // Beside another number, 20250301 is a day.
    let others = found.filter { !$0.isDate }
    return others.contains(where: \.isValid) ? others : found
  }

  private mutating func takeDigits(_ digits: String, _ isCounted: Bool) {
    if digits.utf8.count < 7 || role == .somethingElse, takeAside(digits, isCounted) { return }
    if ending == .behindSlash, runs.isEmpty, let number = otherEnd(digits, isCounted) {
      numbers.append(number)
      ending = .behindNumber
      return
    }
    if joint == .slash, digits.hasPrefix("0") { endGroup() }
    (ending, role) = (.none, .number)
    let run = Run(digits: digits, hasPlus: hasPlus, joint: joint, isCounted: isCounted)
    if hasPlus { endGroup() }
    runs.append(run)
    (hasPlus, joint) = (false, .none)
  }

  /// Digits that a word before them says are no number of their own.
  private mutating func takeAside(_ digits: String, _ isCounted: Bool) -> Bool {
    switch role {
    case .number: return false
    case .extensionBehind:
      guard let last = numbers.popLast() else { return false }
      numbers.append(isCounted ? last : last.with(extensionDigits: digits))
    case .extensionAhead:
      if digits.hasPrefix("0") { return false }
      extensionAhead = digits
    case .somethingElse:
      // 微信 13900000012 is a mobile all the same.
      if tables.isMobile(digits) { return false }
    }
    endGroup()
    return true
  }

  /// 86+13800138111: the country's code before the plus.
  private mutating func takePlus() {
    let before = runs.map(\.digits).joined()
    if before == "86" || before == "0086" { runs = [] } else { endGroup() }
    hasPlus = before != "86" && before != "0086"
  }

  /// 0755/88888888: an area alone is not yet a number.
  private mutating func takeSeparator() {
    if runs.count == 1, let first = runs.first, first.digits.hasPrefix("0"), tables.isAreaCode(first.digits) {
      joint = .slash
      return
    }
    let isBehindNumber = !runs.isEmpty || ending == .behindNumber
    endGroup()
    ending = isBehindNumber ? .behindSlash : .none
  }

  /// 电话/传真 is the label of a fax: of labels side by side any may say so.
  private mutating func takeLabel(_ label: PhoneToken) {
    endGroup()
    isFax = label == .faxLabel || (isFax && countAtLabel == numbers.count)
    countAtLabel = numbers.count
  }

  /// Makes numbers of the digits gathered: each time the longest row of runs that is a number.
  private mutating func endGroup() {
    var rest = runs[...]
    var scrap = ""
    while let first = rest.first {
      if let (number, count) = longestNumber(rest), isWhole(number, first, behind: scrap) {
        endScrap(&scrap)
        rest = rest.dropFirst(count)
        append(number, plainExtension(&rest, of: number))
      } else {
        scrap += first.digits
        rest.removeFirst()
      }
    }
    endScrap(&scrap)
    runs = []
    (hasPlus, joint, role, ending) = (false, .none, .number, .none)
  }

  /// Behind scrap that belongs to it, as a wrong area code, only a mobile is whole; behind any, no fragment is a number.
  private func isWhole(_ number: PhoneNumber, _ first: Run, behind scrap: String) -> Bool {
    if first.isCounted, number.kind == .hotline { return false }
    if first.isServiceCode, number.kind != .tollfree { return false }
    if scrap.isEmpty { return true }
    if first.joint != .none { return number.kind == .mobile }
    return number.kind != .local && number.kind != .hotline
  }

  private mutating func endScrap(_ scrap: inout String) {
    if !scrap.isEmpty { numbers.append(PhoneNumber(.invalid, scrap)) }
    scrap = ""
  }

  private mutating func append(_ number: PhoneNumber, _ extensionDigits: String?) {
    let digits = extensionDigits ?? extensionAhead
    extensionAhead = nil
    let whole = digits.map { number.with(extensionDigits: $0) } ?? number
    numbers.append(isFax ? whole.asFax() : whole)
    if let area = number.areaCode { areaCode = area }
  }

  /// The longest number that begins with the first run. No number has more than twenty digits, nor, if each is written
  /// apart, more runs than a mobile with its country code.
  private func longestNumber(_ rest: ArraySlice<Run>) -> (PhoneNumber, count: Int)? {
    let mostRuns = rest.dropFirst().prefix(12).prefix { !$0.hasPlus }.count + 1
    for count in (1...mostRuns).reversed() {
      let group = rest.prefix(count)
      guard group.reduce(0, { $0 + $1.digits.utf8.count }) <= 20 else { continue }
      let digits = group.map(\.digits).joined()
      let hasPlus = group.first?.hasPlus == true
      if let number = tables.number(digits, hasPlus: hasPlus, localArea: areaCode) { return (number, count) }
    }
    return nil
  }

  /// 7013 of 0512-69720753-7013, unless another number begins there. Behind a mobile, brackets hold no extension.
  private func plainExtension(_ rest: inout ArraySlice<Run>, of number: PhoneNumber) -> String? {
    guard let next = rest.first, next.joint != .none, next.digits.utf8.count < 7, !next.isCounted else {
      return nil
    }
    if next.joint == .bracket, number.kind == .mobile { return nil }
    guard longestNumber(rest) == nil else { return nil }
    rest.removeFirst()
    return next.digits
  }

  /// 62001235 of 62001234/5; three digits are rather an extension, and a number that counts down none at all.
  private func otherEnd(_ digits: String, _ isCounted: Bool) -> PhoneNumber? {
    let count = digits.utf8.count
    guard let last = numbers.last, last.isSubscriber, !isCounted, [1, 2, 4].contains(count),
      let former = decimal(last.digits.suffix(count)), let latter = decimal(digits), latter > former
    else { return nil }
    return last.with(lastDigits: digits)
  }
}

extension PhoneNumber {
  fileprivate var isSubscriber: Bool { kind == .landline || kind == .fax || kind == .local }

  /// A local number that is as well a day of this time.
  fileprivate var isDate: Bool {
    guard kind == .local || kind == .invalid, digits.utf8.count == 8, let date = decimal(digits) else {
      return false
    }
    return (1900...2099).contains(date / 10_000)
      && Day(year: date / 10_000, month: date / 100 % 100, day: date % 100) != nil
  }
}
