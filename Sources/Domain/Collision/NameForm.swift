extension NameReading {
  /// Finds the form of organisation at the end, and behind it the branch.
  mutating func readFormAndBranch() {
    let end = readBranch()
    let start = formStart(before: end)
    mark(start..<end, as: .form)
  }

  /// Marks the branch, and gives the end of what stands before it.
  private mutating func readBranch() -> Int {
    if let end = companyEnd() {
      let rest = end..<scalars.count
      mark(rest, as: partBehindCompany(rest))
      return end
    }
    guard let length = wordLength(in: tables.branches, before: scalars.count) else { return scalars.count }
    let named = ordinalStart(before: scalars.count - length)
    let placed = placeStart(before: named)
    let start = placed > 1 ? placed : named  // 苏州分公司 is all there is: 苏州 is its division.
    guard start > 1 else { return scalars.count }
    mark(start..<scalars.count, as: .branch)
    return start
  }

  /// The end of a company's form that does not end the name: 有限公司 in …有限公司合肥分公司. A name that ends in a company's
  /// form, not a branch's, has none.
  private func companyEnd() -> Int? {
    guard scalars.count > 4 else { return nil }
    let endsAsBranch = wordLength(in: tables.branches, before: scalars.count) != nil
    if !endsAsBranch, isCompany(0..<scalars.count) { return nil }
    let start = (2..<(scalars.count - 2)).first { start in
      scalars[start] == "公" && scalars[start + 1] == "司" && !["分", "支"].contains(scalars[start - 1])
    }
    return start.map { $0 + 2 }
  }

  private func partBehindCompany(_ rest: Range<Int>) -> Part {
    if formStart(before: rest.upperBound) <= rest.lowerBound, rest.count > 1 { return .form }
    return isDivision(rest) ? .division : .branch
  }

  /// 第一分公司, 二分公司
  private func ordinalStart(before end: Int) -> Int {
    var start = end
    while start > 0, NameReading.ordinals.contains(scalars[start - 1]) { start -= 1 }
    return start
  }

  private static let ordinals: Set<Unicode.Scalar> = [
    "第", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
  ]

  /// The start of the divisions that end here, as those of 苏州分公司; the end itself where none does.
  private func placeStart(before end: Int) -> Int {
    (max(0, end - 12)..<end).first { divisionEnd(from: $0, to: end) == end } ?? end
  }

  /// Whether the text ends in a form, as a whole name does.
  static func hasForm(_ text: String, _ tables: NameTables) -> Bool {
    let reading = NameReading(text, tables)
    return reading.formStart(before: reading.scalars.count) < reading.scalars.count
  }

  /// Co., Ltd. and the like: words that stand at the end, and leave another before them.
  private func englishFormStart(before end: Int) -> Int {
    var start = end
    while let word = (max(0, start - 16)..<start).last(where: wordStarts.contains), word > 0,
      tables.formWords.contains(String(Array(scalars[word..<start])))
    {
      start = word
    }
    return start
  }

  private func formStart(before end: Int) -> Int {
    let english = englishFormStart(before: end)
    if english < end { return english }
    var start = end
    while let length = markLength(before: start) { start -= length }
    guard let length = formLength(before: start) else { return start }
    start -= length
    guard isCompany(start..<end) else { return start }
    while let length = wordLength(in: tables.forms, before: start, role: .group), start > length {
      start -= length
    }
    return start
  }

  private func markLength(before end: Int) -> Int? {
    wordLength(in: tables.forms, before: end, role: .mark)
  }

  private func isCompany(_ range: Range<Int>) -> Bool {
    scalars[range].suffix(2).elementsEqual(["公", "司"])
  }

  /// The longest form that ends here. A form of one character is one only behind a word it does not belong to: 苗木店, but
  /// neither 银行 nor 王社.
  private func formLength(before end: Int) -> Int? {
    let longest = wordLength(in: tables.forms, before: end, role: .form)
    let group = wordLength(in: tables.forms, before: end, role: .group)
    guard let length = [longest, group].compactMap({ $0 }).max() else { return nil }
    return length > 1 || (end > 2 && !endsInIndustry(before: end)) ? length : nil
  }

  /// Whether the last character belongs to the word of an industry: 医院, but neither 咖啡馆 nor 制药厂, where a word of an
  /// industry ends before it.
  private func endsInIndustry(before end: Int) -> Bool {
    hasIndustryWord(before: end) && !hasIndustryWord(before: end - 1)
  }

  private func hasIndustryWord(before end: Int) -> Bool {
    (2...5).contains { length in
      length <= end && tables.industryWords.value(of: scalars[(end - length)..<end]) == 0
    }
  }

  /// The length of the longest word, of this role where one is given, that ends here.
  private func wordLength(in words: WordTrie, before end: Int, role: NameTables.FormRole? = nil) -> Int? {
    let backwards = Array(scalars[max(0, end - 16)..<end].reversed())
    var longest: Int?
    words.forEachWord(in: backwards, from: 0) { length, value in
      if role == nil || role?.rawValue == value { longest = length }
    }
    return longest
  }

  /// Told apart from others of its kind by its place or number (R5.1): 人民医院, 支行, but no company.
  var isInstitution: Bool {
    wordLength(in: tables.institutions, before: scalars.count) != nil
  }

  /// A registered company must have a trade name; a name that ends in 公司 alone often is a mere description.
  var isDescription: Bool { text(of: .form) == "公司" }

  /// Shops and workshops (个体工商户) may name their town; companies end in 公司.
  var isShop: Bool {
    let form = text(of: .form)
    return !form.isEmpty && !form.hasSuffix("公司")
  }
}
