/// Brings headings to one form: `公司名称（必填）*` is 公司名称, `Company_Name` is companyname.
package enum HeadingFolding {
  package static func fold(_ heading: String) -> String {
    var folded = ""
    var depth = 0
    for scalar in heading.unicodeScalars {
      let narrow = narrow(scalar)
      if "([【".unicodeScalars.contains(narrow) { depth += 1 }
      if depth == 0, !isLeftOut(narrow) { folded.unicodeScalars.append(narrow) }
      if ")]】".unicodeScalars.contains(narrow) { depth = max(0, depth - 1) }
    }
    return folded
  }

  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let isWide = (0xFF01...0xFF5E).contains(scalar.value)
    let narrow = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    return narrow.properties.lowercaseMapping.unicodeScalars.first ?? narrow
  }

  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "*_-:.'\")]】\u{FEFF}\u{200B}".unicodeScalars.contains(scalar)
  }
}
