import Assets
import Domain
import Foundation

/// Any JSON, to be changed key by key: variants of a policy are written as what differs from the one that ships.
package enum JSON: Codable, Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let object = try? container.decode([String: JSON].self) {
      self = .object(object)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .bool(try container.decode(Bool.self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let bool): try container.encode(bool)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .object(let object): try container.encode(object)
    }
  }

  /// The shipped policy with these keys in place of its own.
  package static func channel(_ changes: [String: JSON]) throws -> JSON {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    let shipped = try decoder.decode(JSON.self, from: Data(Asset.bytes("policies/channel.json")))
    guard case .object(let keys) = shipped else { return shipped }
    return .object(keys.merging(changes) { $1 })
  }

  package var data: Data { get throws { try JSONEncoder().encode(self) } }

  package subscript(key: String) -> JSON? {
    if case .object(let keys) = self { return keys[key] }
    return nil
  }

  package var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  package var integer: Int? {
    if case .number(let number) = self { return Int(exactly: number) }
    return nil
  }

  package var items: [JSON] {
    if case .list(let list) = self { return list }
    return []
  }

  package var keys: Set<String> {
    if case .object(let keys) = self { return Set(keys.keys) }
    return []
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  package init(arrayLiteral elements: JSON...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements) { $1 })
  }
}

extension Policy {
  /// Policy "channel" as it ships, but for these keys, read and checked as any policy file is.
  package static func channel(_ changes: [String: JSON] = [:]) throws -> Policy {
    try PolicyReader.read(try JSON.channel(changes).data)
  }
}

extension JSON {
  /// A clock of a policy: what it watches, its length as policies write it, and whether each event starts it anew.
  package static func clock(_ watches: String, _ length: String, repeats: Bool = true) -> JSON {
    [
      "name": .text(watches), "title": ["zh-Hans": .text(watches), "en": .text(watches)],
      "watches": .text(watches), "length": .text(length), "repeats": .bool(repeats),
    ]
  }

  /// At which moment of the due day an opportunity ends (R4.5).
  package static func release(_ moment: String, restDay: String = "keep") -> JSON {
    ["moment": .text(moment), "rest_day": .text(restDay)]
  }
}

/// The other policies that ship.
package enum ShippedPolicy {
  package static var direct: Policy? { get throws { try ShippedPolicies.read("direct") } }
  package static var dealer: Policy? { get throws { try ShippedPolicies.read("dealer") } }
}
