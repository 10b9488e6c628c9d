import Domain

/// One object of a policy file, read key by key. Whatever is wrong is reported with its key path.
struct JSONObject {
  let path: String
  private let values: [String: JSONValue]

  /// An unknown key is refused at once: a misspelt rule would otherwise be silently without effect.
  init(_ value: JSONValue, path: String, keys: Set<String>) throws(PolicyProblem) {
    guard case .object(let values) = value else { throw PolicyProblem(path, .expected("an object")) }
    self.path = path
    self.values = values
    if let unknown = values.keys.filter({ !keys.contains($0) }).min() {
      throw PolicyProblem(keyPath(unknown), .unknownKey)
    }
  }

  func keyPath(_ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }

  func value(_ key: String) throws(PolicyProblem) -> JSONValue {
    guard let value = values[key] else { throw PolicyProblem(keyPath(key), .missing) }
    return value
  }

  func has(_ key: String) -> Bool { values[key] != nil && values[key] != .null }

  func text(_ key: String) throws(PolicyProblem) -> String {
    guard case .text(let text) = try value(key), !text.isEmpty else {
      throw PolicyProblem(keyPath(key), .expected("a text"))
    }
    return text
  }

  func bool(_ key: String) throws(PolicyProblem) -> Bool {
    guard case .bool(let bool) = try value(key) else {
      throw PolicyProblem(keyPath(key), .expected("true or false"))
    }
    return bool
  }

  func integer(_ key: String, in bounds: ClosedRange<Int>) throws(PolicyProblem) -> Int {
    guard case .number(let number) = try value(key), let integer = Int(exactly: number),
      bounds.contains(integer)
    else {
      throw PolicyProblem(
        keyPath(key), .expected("a whole number \(bounds.lowerBound) to \(bounds.upperBound)"))
    }
    return integer
  }

  func list(_ key: String) throws(PolicyProblem) -> [JSONValue] {
    guard case .list(let list) = try value(key) else {
      throw PolicyProblem(keyPath(key), .expected("a list"))
    }
    return list
  }

  /// Each item of a list with its own path.
  func items<Item>(
    _ key: String, _ read: (JSONValue, String) throws(PolicyProblem) -> Item
  ) throws(PolicyProblem) -> [Item] {
    var items: [Item] = []
    for (index, value) in try list(key).enumerated() {
      items.append(try read(value, "\(keyPath(key))[\(index)]"))
    }
    return items
  }

  /// A word of a fixed set.
  func word<Word: RawRepresentable & CaseIterable>(_ key: String, as type: Word.Type) throws(PolicyProblem)
    -> Word
  where Word.RawValue == String {
    try JSONObject.word(.text(try text(key)), path: keyPath(key), as: type)
  }

  static func word<Word: RawRepresentable & CaseIterable>(
    _ value: JSONValue, path: String, as type: Word.Type
  ) throws(PolicyProblem) -> Word where Word.RawValue == String {
    guard case .text(let text) = value, let word = Word(rawValue: text) else {
      throw PolicyProblem(path, .expected(Word.allCases.map(\.rawValue).joined(separator: ", ")))
    }
    return word
  }

  func title(_ key: String) throws(PolicyProblem) -> Title {
    try JSONObject.title(try value(key), keyPath(key))
  }

  static func title(_ value: JSONValue, _ path: String) throws(PolicyProblem) -> Title {
    let object = try JSONObject(value, path: path, keys: ["zh-Hans", "en"])
    return Title(chinese: try object.text("zh-Hans"), english: try object.text("en"))
  }

  /// A count with its unit, `8h`: the count.
  func amount(_ key: String, unit: String, in bounds: ClosedRange<Int>) throws(PolicyProblem) -> Int {
    guard case .text(let text) = try value(key), text.hasSuffix(unit),
      let count = Int(text.dropLast(unit.count)),
      bounds.contains(count)
    else {
      throw PolicyProblem(
        keyPath(key), .expected("\(bounds.lowerBound)\(unit) to \(bounds.upperBound)\(unit)"))
    }
    return count
  }

  /// A time of the day, `09:00` to `24:00`, in minutes since midnight.
  func minute(_ key: String) throws(PolicyProblem) -> Int {
    guard let minute = JSONObject.minute(try text(key)) else {
      throw PolicyProblem(keyPath(key), .expected("a time, 00:00 to 24:00"))
    }
    return minute
  }

  static func minute(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...59).contains(minute), (0...1440).contains(hour * 60 + minute)
    else { return nil }
    return hour * 60 + minute
  }
}
