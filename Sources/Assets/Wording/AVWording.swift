import Domain

/// The verified identity in one line, first how much of it is known (R10.1).
package struct AVWording {
  private let words: Words

  package init(_ words: Words) {
    self.words = words
  }

  /// `4/6 缺 税号 开票抬头   法人 孙先生   执照地址 苏州工业园区潮声路 8 号`
  package func text(_ av: AVInformation, of customer: Customer) -> String {
    var parts = ["\(av.known(of: customer))/\(AVInformation.parts)"]
    let missing = av.missing.map(name)
    if !missing.isEmpty {
      // More than these don't fit in a line; the form has them all.
      let more = missing.count > 3 ? " +\(missing.count - 3)" : ""
      parts[0] += " " + words("av.missing", ["fields": missing.prefix(3).joined(separator: separator) + more])
    }
    parts += AVField.allCases.filter { !av[$0].isEmpty }.map { "\(name($0)) \(av[$0])" }
    return parts.joined(separator: "   ")
  }

  /// With its head, for a line by itself.
  package func line(_ av: AVInformation, of customer: Customer) -> String {
    words("av.line", ["text": text(av, of: customer)])
  }

  private var separator: String { words.language == .english ? ", " : " " }

  private func name(_ field: AVField) -> String { words["field.\(field.rawValue)"] }
}
