/// Why a policy file is refused (R4.15), with the path of the key it is about: `clocks[1].length`.
package struct PolicyProblem: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case notJSON
    case unknownKey
    case missing
    /// The value is of another kind or out of bounds; what was expected, in the words of the schema.
    case expected(String)
    case duplicate(String)
  }

  package let path: String
  package let kind: Kind

  package init(_ path: String, _ kind: Kind) {
    self.path = path
    self.kind = kind
  }
}
