import Domain

extension Wording {
  /// `手里 87 天`: something to know before a request is decided (R8.4).
  package func text(of fact: RequestFact, at now: Instant) -> String {
    words("decide.\(fact.name)", ["value": value(of: fact, at: now)])
  }

  /// What a yes to a request of this kind brings.
  package func text(ofYes fact: RequestFact, to kind: String, at now: Instant) -> String {
    words("yes.\(kind)", ["value": value(of: fact, at: now)])
  }

  private func value(of fact: RequestFact, at now: Instant) -> String {
    switch fact.value {
    case .at(let moment): short(moment, at: now)
    case .due(let moment): due(moment, at: now)
    case .count(let count): String(count)
    case .text(let text): text
    case .word(let word, let prefix): words["\(prefix).\(word)"]
    }
  }
}
