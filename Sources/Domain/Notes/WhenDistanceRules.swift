/// How far ahead: +3d, 三天后, 一个半小时后, in 2 hours, +2wd.
enum WhenDistanceRules {
  static func distance(_ reader: inout WhenReader) -> WhenFound? {
    let isMarked = reader.take(sign: "+") || reader.take(.within)
    let amounts = amounts(&reader)
    let isAfter = reader.take(anyOf: .after, .inside)
    let isBefore = !isAfter && reader.take(.before)
    // 3日 is the 3rd, 3日后 is three days on, 3月前 is before March; 11月28日 is never a distance.
    let isLoose = amounts.contains(where: \.isLoose)
    let isDistance = isLoose ? amounts.count == 1 && (isMarked || isAfter) : !amounts.isEmpty
    guard isDistance else { return nil }
    let steps = amounts.flatMap(\.steps).map { isBefore ? WhenStep(count: -$0.count, unit: $0.unit) : $0 }
    if steps.contains(where: \.unit.isOfTheClock) { return .distance(steps) }
    reader.takeToday()  // 一个月后的今天
    return .day(.ahead(steps))
  }

  /// Three days behind a festival, which is no distance from now.
  static func steps(_ reader: inout WhenReader) -> [WhenStep] { amounts(&reader).flatMap(\.steps) }

  private static func amounts(_ reader: inout WhenReader) -> [Amount] {
    var amounts: [Amount] = []
    while let amount = amount(&reader) { amounts.append(amount) }
    return amounts
  }

  private struct Amount {
    var steps: [WhenStep]
    /// Whether its unit can as well number a date.
    var isLoose = false
  }

  private static func amount(_ reader: inout WhenReader) -> Amount? {
    let start = reader
    if let amount = halfAmount(&reader) ?? wholeAmount(&reader) { return amount }
    reader = start
    return nil
  }

  /// 半小时, 半个月, half an hour
  private static func halfAmount(_ reader: inout WhenReader) -> Amount? {
    guard reader.take(.half) else { return nil }
    _ = reader.take(.count(1)) || reader.take(.piece)
    return unit(&reader).flatMap { half(of: $0.unit) }.map { Amount(steps: [$0]) }
  }

  /// 3天, 一个半小时, 1.5h, 3个月
  private static func wholeAmount(_ reader: inout WhenReader) -> Amount? {
    let number = reader.number()
    guard let count = number?.value ?? reader.word(\.count) else { return nil }
    reader.takeEndOfCount()
    if reader.take(sign: ".") { return hours(count, &reader) }
    let hasPiece = reader.take(.piece)
    let isHalfBefore = reader.take(.half)
    guard let (unit, isMark) = unit(&reader), unit != .hour || number?.digits != 4 else { return nil }
    let hasHalf = isHalfBefore || reader.take(.half)  // 一个半小时, 1小时半
    var steps = [WhenStep(count: count, unit: unit)]
    if hasHalf {
      guard let half = half(of: unit) else { return nil }
      steps.append(half)
    }
    return Amount(steps: steps, isLoose: isMark && !hasPiece && unit != .minute)
  }

  /// Tenths of an hour, the only decimals people say.
  private static func hours(_ count: Int, _ reader: inout WhenReader) -> Amount? {
    guard let tenths = reader.number(), tenths.digits == 1, unit(&reader)?.unit == .hour else { return nil }
    return Amount(steps: [WhenStep(count: count * 60 + tenths.value * 6, unit: .minute)])
  }

  private static func unit(_ reader: inout WhenReader) -> (unit: WhenUnit, isMark: Bool)? {
    reader.word { word in
      switch word {
      case .unit(let unit): (unit, false)
      case .mark(let mark): mark.unit.map { ($0, true) }
      default: nil
      }
    }
  }

  private static func half(of unit: WhenUnit) -> WhenStep? {
    switch unit {
    case .hour: WhenStep(count: 30, unit: .minute)
    case .month: WhenStep(count: 15, unit: .day)
    case .year: WhenStep(count: 6, unit: .month)
    default: nil
    }
  }
}

extension WhenReader {
  /// The 5 of 3-5天: who calls then calls at the beginning.
  fileprivate mutating func takeEndOfCount() {
    _ = attempt { reader in
      guard reader.take(sign: "-") || reader.take(.until), reader.number() ?? nil != nil, reader.isUnitNext
      else {
        return nil as Bool?
      }
      return true
    }
  }

  fileprivate mutating func takeToday() {
    _ = attempt { reader in
      reader.skipFillers()
      return reader.take(.day(0)) ? true : nil as Bool?
    }
  }
}

extension WhenWord {
  var count: Int? {
    if case .count(let count) = self { count } else { nil }
  }
}
