/// A company name in its parts (R5.1), all of them folded (R5.2): 苏州日东精密电子有限公司 = 苏州 + 日东 + 精密电子 + 有限公司.
///
/// Every character of the folded name is in exactly one part, in its order; a part may be gathered from several places,
/// as the division of 库柏裕华（常州）电子设备制造有限公司.
package struct CompanyName: Hashable, Sendable {
  /// 行政区划: 江苏省苏州市, 中国, 大庆开发区.
  package let division: String
  /// 字号
  package let tradeName: String
  /// 行业
  package let industry: String
  /// 组织形式
  package let form: String
  /// 高新区分公司 behind a company's form.
  package let branch: String
  /// Trade name and industry without the weak words, by which the same company is found; empty only where the name is.
  /// What has neither trade name nor industry is its own key.
  package let key: String
  /// The key with its weak words: two names whose keys are equal but these are not, are equal only after stripping.
  package let wholeKey: String
  /// The folded name, for exact equality (R5.7); without what was set aside.
  package let normalised: String
  /// The key says little: there is no trade name, or nothing but it. A hit by such a key is for support to judge (R5.1).
  package let isWeak: Bool
  /// Nothing but words that every name may have: 贸易有限公司.
  package let saysNothing: Bool
  /// 医院, 支行: told apart by its place or number.
  package let isInstitution: Bool
  /// Former names, and a second one behind a slash, which are compared as well (R5.1).
  package let others: [CompanyName]

  package init(parsing text: String, with tables: NameTables) {
    let asides = NameAsides(text, with: tables)
    self.init(name: asides.main, others: asides.others.map { CompanyName(name: $0, tables) }, tables)
  }

  private init(name: String, others: [CompanyName] = [], _ tables: NameTables) {
    var reading = NameReading(name, tables)
    reading.readFormAndBranch()
    reading.readDivisions()
    let split = reading.readTradeAndIndustry()
    division = reading.text(of: .division)
    tradeName = reading.text(of: .tradeName)
    industry = reading.text(of: .industry)
    form = reading.text(of: .form)
    branch = reading.text(of: .branch)
    normalised = String(reading.scalars)
    wholeKey = tradeName + industry
    let (trade, trades) = (split.strippedTradeName, split.strippedIndustry)
    let stripped = String(trade + trades)
    key = [stripped, wholeKey, normalised].first { !$0.isEmpty } ?? ""
    isWeak = trade.isEmpty || trades.isEmpty
    saysNothing = stripped.isEmpty
    isInstitution = reading.isInstitution
    self.others = others
  }
}

extension CompanyName {
  /// The key where it says enough to tell companies apart (R5.1).
  package var tellingKey: String? { isWeak ? nil : key }

  /// The name and the others of the same company.
  package var all: [CompanyName] { [self] + others }

  /// Whether both are of one place, as far as each says: 江苏省苏州市 and 苏州, with the same branch.
  func isOfPlace(of other: CompanyName) -> Bool {
    let (one, two) = (division.withoutLevel, other.division.withoutLevel)
    return !one.isEmpty && !two.isEmpty && (one.hasSuffix(two) || two.hasSuffix(one))
      && branch == other.branch
  }
}

extension String {
  /// 苏州 for 苏州市.
  fileprivate var withoutLevel: String {
    guard let last, count > 2, "省市县区".contains(last) else { return self }
    return String(dropLast())
  }
}
