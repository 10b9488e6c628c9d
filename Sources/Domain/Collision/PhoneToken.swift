/// What a field of numbers is made of.
enum PhoneToken: Equatable {
  /// Counted: a unit stands right behind, as in 24小时 or 2楼.
  case digits(String, isCounted: Bool)
  /// + before a country code
  case plus
  /// Blanks and colons, which may stand inside a number or between two.
  case blank
  /// Dashes and dots, which stand inside a number.
  case joint
  case bracket
  /// Commas, slashes, 、 and whatever never stands inside a number.
  case separator
  /// 转, 分机, ext; x, #, * stand behind a number only.
  case extensionMark(mayLead: Bool)
  /// 传真, fax
  case faxLabel
  /// 电话, 手机, Tel, M
  case otherLabel
  /// QQ, 工号: the digits that follow are no telephone.
  case idLabel
  case word

  static func sign(_ scalar: Unicode.Scalar) -> PhoneToken {
    switch scalar {
    case "+": .plus
    case "#", "*": .extensionMark(mayLead: false)
    case "(", ")", "[", "]", "【", "】": .bracket
    case ".", "·", "•", "_", "−", "﹣", "ー": .joint
    case " ", "\u{A0}", "\u{3000}", ":": .blank
    default: scalar.properties.generalCategory == .dashPunctuation ? .joint : .separator
    }
  }
}
