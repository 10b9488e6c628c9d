import Domain
import FoundationEssentials

/// The policies that come with the program.
package enum ShippedPolicies {
  package static let names: [String] =
    Asset.names.compactMap { name in
      guard name.hasPrefix("policies/"), name.hasSuffix(".json") else { return nil }
      return String(name.dropFirst("policies/".count).dropLast(".json".count))
    }

  /// The file of a policy; nil where none of this name ships.
  package static func text(_ name: String) -> String? {
    names.contains(name) ? Asset.text("policies/\(name).json") : nil
  }

  package static func read(_ name: String) throws(PolicyProblem) -> Policy {
    guard names.contains(name) else { throw PolicyProblem(name, .missing) }
    return try PolicyReader.read(Data(Asset.bytes("policies/\(name).json")))
  }
}
