/// The short name of the town or district of an address, for a narrow column: 江苏省苏州市相城区金枫路 is 相城.
package enum Place {
  private static let ends: Set<Character> = ["省", "市", "区", "县", "盟", "旗"]
  /// A street begins after the third of these at the latest.
  private static let deepest = 3
  private static let longest = 6

  package static func short(ofAddress address: String) -> String {
    var rest = address.prefix(24)
    var found = ""
    for _ in 0..<deepest {
      guard let end = rest.indices.dropFirst().first(where: { isEnd($0, of: rest) }) else { break }
      let name = withoutSelfRule(rest[..<end])
      guard (1...longest).contains(name.count), name.allSatisfy(\.isLetter) else { break }
      found = String(name)
      rest = rest[rest.index(after: end)...]
    }
    return found
  }

  /// 州 ends the name of a prefecture (延边朝鲜族自治州) and belongs to that of a city (苏州市).
  private static func isEnd(_ index: Substring.Index, of text: Substring) -> Bool {
    ends.contains(text[index]) || (text[index] == "州" && text[..<index].hasSuffix("自治"))
  }

  private static func withoutSelfRule(_ name: Substring) -> Substring {
    name.hasSuffix("自治") ? name.dropLast(2) : name
  }
}
