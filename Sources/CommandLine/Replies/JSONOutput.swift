import Domain

/// JSON as a command writes it: keys in lower_snake_case, times in ISO 8601 with the offset of the house.
enum JSONOutput: Encodable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case text(String)
  case list([JSONOutput])
  case object([String: JSONOutput])

  static func text(_ text: String?) -> JSONOutput { text.map { .text($0) } ?? .null }
  static func integer(_ integer: Int?) -> JSONOutput { integer.map { .integer($0) } ?? .null }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let fields):
      var container = encoder.container(keyedBy: Key.self)
      for (name, value) in fields { try container.encode(value, forKey: Key(stringValue: name)) }
    case .list(let items):
      var container = encoder.unkeyedContainer()
      for item in items { try container.encode(item) }
    case .null, .bool, .integer, .text: try encodeScalar(to: encoder)
    }
  }

  private func encodeScalar(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .bool(let bool): try container.encode(bool)
    case .integer(let integer): try container.encode(integer)
    case .text(let text): try container.encode(text)
    case .null, .list, .object: try container.encodeNil()
    }
  }
}
