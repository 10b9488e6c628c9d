import Domain

extension Wording {
  /// `传真 固定电话`
  package func names(of fields: [EntryField]) -> String {
    fields.map { words["field.\($0.rawValue)"] }.joined(separator: words.language == .english ? ", " : " ")
  }
}

/// Who is at a customer and what is known of the buyer, in words (R10.2, R10.4).
package struct BuyerWording {
  private let words: Words

  package init(_ words: Words) {
    self.words = words
  }

  /// `2/5 缺 产品 竞品   用途 外贸询盘`
  package func text(_ profile: CustomerProfile) -> String {
    var parts = ["\(profile.levels)/\(ProfileField.levels.count)"]
    let missing = profile.missing.map(name)
    if !missing.isEmpty {
      parts[0] += " " + words("profile.missing", ["fields": missing.joined(separator: separator)])
    }
    parts += ProfileField.kept.filter(profile.knows).map { "\(name($0)) \(profile[$0])" }
    return parts.joined(separator: "   ")
  }

  /// `资料 2/5 缺 产品 竞品 用途`: the first of what is missing, for a head.
  package func short(_ profile: CustomerProfile) -> String {
    let missing = profile.missing.prefix(3).map(name).joined(separator: separator)
    let lacks = missing.isEmpty ? "" : " " + words("profile.missing", ["fields": missing])
    return words("profile.line", ["text": "\(profile.levels)/\(ProfileField.levels.count)\(lacks)"])
  }

  /// With its head, for a line by itself.
  package func line(_ profile: CustomerProfile) -> String {
    words("profile.line", ["text": text(profile)])
  }

  /// `采购 主联系人 影响 吴女士`: what is known of a contact beside his name.
  package func text(_ contact: Contact) -> String {
    var parts = [contact.title, contact.role.map(name) ?? ""]
    if contact.isMain { parts.append(words["contact.main"]) }
    if contact.isCare { parts.append(words["contact.care"]) }
    if !contact.influences.isEmpty {
      parts.append(words("contact.influences", ["names": contact.influences.joined(separator: separator)]))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: words.language == .english ? ", " : " ")
  }

  /// A line of the tree: `|  '- 钱先生  采购 主联系人`.
  package func line(_ row: DecisionTree.Row) -> String {
    let text = text(row.contact)
    let lines = row.isLast.dropLast().map { $0 ? "   " : "|  " }
    let branch = row.isLast.last.map { $0 ? "'- " : "|- " } ?? ""
    return lines.joined() + branch + row.contact.name + (text.isEmpty ? "" : "  \(text)")
  }

  package func name(_ role: DecisionRole) -> String { words["decision.\(role.rawValue)"] }

  private func name(_ field: ProfileField) -> String {
    let own = "profile.\(field.rawValue)"
    return words.has(own) ? words[own] : words["field.\(field.rawValue)"]
  }

  private var separator: String { words.language == .english ? ", " : " " }
}
