/// What a column of an imported table can mean, and the headings it is known by.
package enum ImportColumn: Int, Hashable, Sendable, CaseIterable {
  case name, phone, fax, mobile, contact, title, address, industry, source, intent, remark
  /// For a migration from another system (R12.3).
  case holder, entered, lastContact

  /// The Chinese headings, then the English ones; the first of each is the one to show.
  package var headings: (chinese: [String], english: [String]) {
    switch self {
    case .name:
      (
        ["公司名称", "客户名称", "企业名称", "单位名称", "名称", "公司", "公司名稱", "客戶名稱"],
        ["company name", "company", "name", "customer", "customer name"]
      )
    case .phone:
      (
        ["固定电话", "座机", "电话", "固话", "联系电话", "公司电话", "電話"],
        ["phone", "tel", "telephone", "landline"]
      )
    case .fax: (["传真", "传真号码", "傳真"], ["fax"])
    case .mobile: (["手机", "手机号码", "手机号", "移动电话", "手機"], ["mobile", "mobile phone", "cell"])
    case .contact: (["联系人", "联系人姓名", "聯繫人", "聯絡人"], ["contact", "contact person", "contact name"])
    case .title: (["职务", "职位", "職務"], ["title", "job title", "position"])
    case .address: (["经营地址", "地址", "公司地址", "联系地址"], ["address", "business address"])
    case .industry: (["行业", "所属行业", "行業"], ["industry"])
    case .source: (["来源", "客户来源", "來源"], ["source", "lead source"])
    case .intent: (["意向级别", "意向", "级别", "意向等级", "意向級別"], ["intent", "intent level", "level"])
    case .remark: (["备注", "说明", "備註", "備注"], ["remark", "remarks", "note", "notes", "comment"])
    case .holder: (["负责人", "跟进人", "所有人", "业务员", "归属人", "負責人"], ["holder", "owner", "sales rep"])
    case .entered:
      (
        ["录入日期", "录入时间", "创建日期", "创建时间", "建档日期", "錄入日期"],
        ["entered", "entry date", "created", "created at", "created on"]
      )
    case .lastContact:
      (
        ["最后联系", "最后联系日期", "最后联系时间", "最近联系", "最近联系时间", "最后跟进时间", "最近跟进时间", "最後聯繫"],
        ["last contact", "last contacted", "last contact date", "last activity"]
      )
    }
  }

  /// The column known by a heading, whatever its case, width, blanks, asterisks, and remarks in brackets.
  package init?(heading: String) {
    guard let column = Self.known[HeadingFolding.fold(heading)] else { return nil }
    self = column
  }

  private static let known: [String: ImportColumn] = {
    let pairs = allCases.flatMap { column in
      (column.headings.chinese + column.headings.english).map { (HeadingFolding.fold($0), column) }
    }
    return Dictionary(pairs) { first, _ in first }
  }()
}

/// Brings headings to one form: `公司名称（必填）*` is 公司名称, `Company_Name` is companyname.
enum HeadingFolding {
  static func fold(_ heading: String) -> String {
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
