import Assets

/// Why something can't be done now: by the key of its text, or as a rule said it, in words already.
enum Hindrance: Sendable, Equatable, ExpressibleByStringLiteral {
  case key(String)
  case worded(String)

  init(stringLiteral key: String) { self = .key(key) }

  func text(_ words: Words) -> String {
    switch self {
    case .key(let key): words[key]
    case .worded(let text): text
    }
  }
}
