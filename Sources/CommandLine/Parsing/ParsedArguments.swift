import Domain

/// The words of a call, sorted into options and operands as a command's spec says.
struct ParsedArguments {
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// - Parameter spec: nil before the command is known: then only the global options are taken, and the first other
  ///   words are the command's.
  init(_ words: [String], spec: CommandSpec) throws(UsageError) {
    let options = OptionSpec.global + spec.options
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      guard word.hasPrefix("--") else {
        operands.append(word)
        continue
      }
      try take(word, from: &rest, among: options)
    }
    try check(spec)
  }

  private mutating func take(
    _ word: String, from rest: inout ArraySlice<String>, among options: [OptionSpec]
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = options.first(where: { $0.name == name }) else {
      throw .unknownOption(name, nearest: Nearest.word(to: name, among: options.map(\.name)))
    }
    if values[name] != nil && option.count != .repeated { throw .twice(name) }
    guard option.value != nil else {
      if parts.count == 2 { throw .unknownOption(word, nearest: name) }
      values[name] = [""]
      return
    }
    guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else { throw .missingValue(name) }
    values[name, default: []].append(value)
  }

  private func check(_ spec: CommandSpec) throws(UsageError) {
    if has("--help") { return }
    for (index, operand) in spec.operands.enumerated()
    where operand.count == .required && index >= operands.count {
      throw .missing(operand.name)
    }
    if operands.count > spec.operands.count && spec.operands.last?.count != .repeated {
      throw .surplus(operands[spec.operands.count])
    }
    for option in spec.options where option.count == .required && values[option.name] == nil {
      throw .missing(option.name)
    }
  }

  func has(_ option: String) -> Bool { values[option] != nil }

  func value(_ option: String) -> String? { values[option]?.first }

  func all(_ option: String) -> [String] { values[option] ?? [] }

  func operand(_ index: Int) -> String? { index < operands.count ? operands[index] : nil }

  /// A value that must be one of a fixed set of words.
  func word<Word: RawRepresentable & CaseIterable>(_ option: String, as type: Word.Type) throws(UsageError)
    -> Word?
  where Word.RawValue == String {
    guard let text = value(option) else { return nil }
    return try ParsedArguments.word(text, of: option, as: type)
  }

  static func word<Word: RawRepresentable & CaseIterable>(
    _ text: String, of name: String, as type: Word.Type
  ) throws(UsageError) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: text) else {
      throw .badValue(text, of: name, expected: Word.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return word
  }

  /// A value that must be one of those that a policy has, as it writes them.
  func choice(_ option: String, of choices: Choices, in policy: Policy) throws(UnknownChoice) -> String? {
    guard let text = value(option), case .policy(let known) = choices else { return value(option) }
    let words = known(policy).map(\.word)
    guard words.contains(text) else {
      throw UnknownChoice(value: text, option: option, expected: words)
    }
    return text
  }

  func day(_ option: String) throws(UsageError) -> Day? {
    guard let text = value(option) else { return nil }
    guard let day = Day(iso: text) else { throw .badValue(text, of: option, expected: "2026-11-26") }
    return day
  }

  func count(_ option: String, in bounds: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = value(option) else { return nil }
    guard let count = Int(text), bounds.contains(count) else {
      throw .badValue(text, of: option, expected: "\(bounds.lowerBound)-\(bounds.upperBound)")
    }
    return count
  }
}
