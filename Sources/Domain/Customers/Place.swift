/// The short name of the town or district of an address, for a narrow column: 江苏省苏州市相城区金枫路 is 相城.
package enum Place {
  private static let ends: Set<Character> = ["省", "市", "区", "县", "州", "盟", "旗"]
  /// A street begins after the third of these at the latest.
  private static let deepest = 3
  private static let longest = 6

  package static func short(ofAddress address: String) -> String {
    var rest = address.prefix(24)
    var found = ""
    for _ in 0..<deepest {
      guard let end = rest.dropFirst().firstIndex(where: { ends.contains($0) }) else { break }
      let name = rest[..<end]
      guard (1...longest).contains(name.count), name.allSatisfy(\.isLetter) else { break }
      found = String(name)
      rest = rest[rest.index(after: end)...]
    }
    return found
  }
}
