/// Puts the tokens of a field together to numbers (R5.3).
struct PhoneReader {
  /// Digits side by side, and what stands before them.
  private struct Run {
    let digits: String
    let hasPlus: Bool
    /// A dash, dot or bracket stands before it.
    let isJoined: Bool
  }

  private let tables: PhoneTables
  /// The area of numbers that name none: the one given, or that of the number before.
  private var areaCode: String?
  private var numbers: [PhoneNumber] = []
  private var runs: [Run] = []
  private var hasPlus = false
  private var isJoined = false
  private var isFax = false
  /// How many numbers there were when the last label came; -1 before the first.
  private var countAtLabel = -1
  private var awaitsExtension = false

  init(areaCode: String?, tables: PhoneTables) {
    self.areaCode = areaCode
    self.tables = tables
  }

  mutating func take(_ token: PhoneToken) {
    switch token {
    case .digits(let digits): takeDigits(digits)
    case .plus: hasPlus = true
    case .joint: isJoined = true
    case .blank: break
    case .separator, .word: endGroup()
    case .faxLabel, .otherLabel: takeLabel(token)
    case .extensionMark:
      endGroup()
      awaitsExtension = numbers.last?.isValid == true
    }
  }

  mutating func finish() -> [PhoneNumber] {
    endGroup()
    guard numbers.contains(where: \.isValid) else { return numbers }
    return numbers.filter { $0.isValid || $0.digits.utf8.count > 6 }
  }

  private mutating func takeDigits(_ digits: String) {
    if awaitsExtension, digits.utf8.count < 7, let last = numbers.popLast() {
      numbers.append(last.with(extensionDigits: digits))
      return endGroup()
    }
    let run = Run(digits: digits, hasPlus: hasPlus, isJoined: isJoined)
    if hasPlus { endGroup() }
    awaitsExtension = false
    runs.append(run)
    (hasPlus, isJoined) = (false, false)
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
      // Behind scrap that belongs to it, as a wrong area code, only a mobile is whole.
      let wantsMobile = !scrap.isEmpty && first.isJoined
      if let (number, count) = longestNumber(rest), !wantsMobile || number.kind == .mobile {
        endScrap(&scrap)
        rest = rest.dropFirst(count)
        append(number, plainExtension(&rest))
      } else {
        scrap += first.digits
        rest.removeFirst()
      }
    }
    endScrap(&scrap)
    runs = []
    (hasPlus, isJoined, awaitsExtension) = (false, false, false)
  }

  private mutating func endScrap(_ scrap: inout String) {
    if !scrap.isEmpty { numbers.append(PhoneNumber(.invalid, scrap)) }
    scrap = ""
  }

  private mutating func append(_ number: PhoneNumber, _ extensionDigits: String?) {
    let whole = extensionDigits.map { number.with(extensionDigits: $0) } ?? number
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

  /// 7013 of 0512-69720753-7013, unless another number begins there.
  private func plainExtension(_ rest: inout ArraySlice<Run>) -> String? {
    guard let next = rest.first, next.isJoined, next.digits.utf8.count < 7 else { return nil }
    guard longestNumber(rest) == nil else { return nil }
    rest.removeFirst()
    return next.digits
  }
}
