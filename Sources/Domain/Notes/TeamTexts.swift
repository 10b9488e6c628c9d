/// What a team has at hand on the phone (R6.7): phrases that one digit puts into a note, and what to say at a stage of
/// the sale.
package struct TeamTexts: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case phrase, script
  }

  package struct Key: Hashable, Sendable {
    package let kind: Kind
    /// The digit of a phrase, the stage of a script.
    package let number: Int

    package init(_ kind: Kind, _ number: Int) {
      self.kind = kind
      self.number = number
    }
  }

  package struct Entry: Sendable, Equatable {
    package let text: String
    /// Whose it is; nil for what ships.
    package let department: String?

    package init(_ text: String, of department: String? = nil) {
      self.text = text
      self.department = department
    }
  }

  /// `0` finishes a job everywhere.
  package static let digits = 1...9

  private var entries: [Key: Entry]

  package init(_ entries: [Key: Entry] = [:]) {
    self.entries = entries
  }

  package subscript(kind: Kind, number: Int) -> Entry? { entries[Key(kind, number)] }

  /// By their digits or stages.
  package func all(_ kind: Kind) -> [(number: Int, entry: Entry)] {
    entries.filter { $0.key.kind == kind }.map { ($0.key.number, $0.value) }.sorted { $0.0 < $1.0 }
  }

  /// These, and where there are none those.
  package func over(_ others: TeamTexts) -> TeamTexts {
    TeamTexts(entries.merging(others.entries) { own, _ in own })
  }
}
