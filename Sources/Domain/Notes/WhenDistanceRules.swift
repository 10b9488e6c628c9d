/// How far ahead: +3d, 三天后, 一个半小时后, in 2 hours, +2wd.
enum WhenDistanceRules {
  static func distance(_ reader: inout WhenReader) -> WhenFound? {
    let isMarked = reader.take(sign: "+") || reader.take(.within)
    let amounts = amounts(&reader)
    let isAfter = reader.take(.after)
    let isBefore = !isAfter && reader.take(.before)
    // 3日 is the 3rd, 3日后 is three days on; 11月28日 is never a distance.
    let isLoose = amounts.contains(where: \.isLoose)
    let isDistance = isLoose ? amounts.count == 1 && (isMarked || isAfter || isBefore) : !amounts.isEmpty
    guard isDistance else { return nil }
    let steps = amounts.flatMap(\.steps).map { isBefore ? WhenStep(count: -$0.count, unit: $0.unit) : $0 }
    return steps.contains(where: \.unit.isOfTheClock) ? .distance(steps) : .day(.ahead(steps))
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
    guard let count = reader.number()?.value ?? reader.word(\.count) else { return nil }
    if reader.take(sign: ".") { return hours(count, &reader) }
    let hasPiece = reader.take(.piece)
    let isHalfBefore = reader.take(.half)
    guard let (unit, isMark) = unit(&reader) else { return nil }
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

extension WhenWord {
  fileprivate var count: Int? {
    if case .count(let count) = self { count } else { nil }
  }
}
