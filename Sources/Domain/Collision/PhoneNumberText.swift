extension PhoneNumber {
  /// As it is shown to who may see it: 0512-6000 0001, 139 0000 0012, 400-000-0001, with 转 and the extension.
  package var display: String {
    let number: String
    switch kind {
    case .mobile: number = grouped(digits, 3, 4, 4)
    case .tollfree: number = grouped(digits, 3, 3, 4, by: "-")
    case .landline, .fax, .local: number = withArea(grouped(digits, digits.utf8.count - 4, 4))
    case .foreign: number = "+" + digits
    case .hotline, .invalid: number = digits
    }
    return extensionDigits.map { "\(number) 转 \($0)" } ?? number
  }

  /// What is copied or dialled from within the country, without the extension: 051260000001, 0085221234567.
  package var plain: String {
    kind == .foreign ? "00" + digits : (areaCode ?? "") + digits
  }

  /// As it is shown in the sea (R2.2): 138****1234, 0512-6****88. The numbers of services are no secret.
  package var masked: String {
    switch kind {
    case .hotline, .tollfree: display
    case .mobile: digits.prefix(3) + "****" + digits.suffix(4)
    case .landline, .fax, .local: withArea(digits.prefix(1) + "****" + digits.suffix(2))
    case .foreign: "+" + digits.prefix(3) + "****" + digits.suffix(2)
    case .invalid: "****"
    }
  }

  private func withArea(_ local: String) -> String {
    areaCode.map { $0 + "-" + local } ?? local
  }

  private func grouped(_ digits: String, _ sizes: Int..., by joint: String = " ") -> String {
    var rest = digits[...]
    var groups: [Substring] = []
    for size in sizes {
      groups.append(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return groups.joined(separator: joint)
  }
}
