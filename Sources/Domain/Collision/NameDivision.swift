extension NameReading {
  /// Finds the divisions: in brackets, at the start, and behind trade name and industry (建业电缆信阳销售公司).
  mutating func readDivisions() {
    for range in brackets where range.allSatisfy({ parts[$0] == .open }) && isDivision(range) {
      mark(range, as: .division)
    }
    readLeadingDivision()
    if !has(.division) { readInnerDivision() }
  }

  func isDivision(_ range: Range<Int>) -> Bool {
    divisionEnd(from: range.lowerBound, to: range.upperBound) == range.upperBound
  }

  /// Where the divisions written here end, each below the one before: 江苏省苏州市. The start where none is.
  func divisionEnd(from start: Int, to limit: Int) -> Int {
    var place = start
    var parents: [Gazetteer.Place] = []
    while place < limit,
      let match = tables.gazetteer.matches(in: scalars, from: place, below: parents).first(where: {
        $0.end <= limit
      })
    {
      (place, parents) = (match.end, match.places)
    }
    let zone = tables.zones.longestWord(in: scalars, from: place)
    return zone.map { $0.end <= limit ? $0.end : place } ?? place
  }

  private mutating func readLeadingDivision() {
    let body = open
    let words = body.map { scalars[$0] }
    let split = IndustrySplit(words, tables)
    var end = tables.zones.longestWord(in: words, from: 0).map { $0.end > 2 ? $0.end : 0 } ?? 0
    var parents: [Gazetteer.Place] = []
    while let match = tables.gazetteer.matches(in: words, from: end, below: parents).first(where: {
      accepts($0, from: end, isLead: parents.isEmpty, words, split)
    }) {
      (end, parents) = (match.end, match.places)
    }
    if !parents.isEmpty { end = readTownOrZone(from: end, below: parents, words, split) }
    mark(body[..<end], as: .division)
  }

  /// Provinces and cities count, and what is written with its 市 or 县; 城区 and the like are no lead.
  private func accepts(
    _ match: Gazetteer.Match, from start: Int, isLead: Bool, _ words: [Unicode.Scalar], _ split: IndustrySplit
  ) -> Bool {
    let isCounty = match.places.allSatisfy { $0.level == 3 }
    if isCutShort(match, words) { return false }
    if match.isFull { return !isCounty || match.end - start > 2 || words[match.end - 1] != "区" }
    if isLead, tables.notPlaces.longestWord(in: words, from: start)?.end == match.end { return false }
    return !isCounty || acceptsShortCounty(match, isLead: isLead, words, split)
  }

  /// The short name of a county, which may as well be a trade name (紫金矿业), counts where another trade name is left; that
  /// of a district only below its city (新华文轩). A name that has its division in brackets has it there.
  private func acceptsShortCounty(
    _ match: Gazetteer.Match, isLead: Bool, _ words: [Unicode.Scalar], _ split: IndustrySplit
  ) -> Bool {
    if isLead, has(.division) { return false }
    if words[match.end...].starts(with: ["集", "团"]) { return false }
    if isDescription { return true }
    guard split.tradeNameLength(from: match.end) > 1 else { return false }
    let isDistrict = match.places.allSatisfy(\.isDistrict)
    // 广州白云山制药 is not of 白云: one character would be left before words of industries.
    return !isDistrict || (!isLead && !split.begins(at: match.end + 1))
  }

  /// 苏州市 of 苏州市政工程: 市 belongs to the next word.
  private func isCutShort(_ match: Gazetteer.Match, _ words: [Unicode.Scalar]) -> Bool {
    guard words[match.end - 1] == "市", match.end < words.count else { return false }
    return words[match.end] == "政" || words[match.end] == "场"
  }

  /// 大庆开发区, and the town of a shop: 海宁市海昌思诚贸易商行.
  private func readTownOrZone(
    from start: Int, below counties: [Gazetteer.Place], _ words: [Unicode.Scalar], _ split: IndustrySplit
  ) -> Int {
    if let zone = tables.zones.longestWord(in: words, from: start) { return zone.end }
    guard let town = tables.gazetteer.town(in: words, from: start, below: counties) else { return start }
    let mayBeNamed = isDescription || (isShop && split.tradeNameLength(from: town.end) > 1)
    return town.isFull || mayBeNamed ? town.end : start
  }

  /// A city behind trade name and industry, followed by nothing or by words of industries only; 中国 at the end (3M中国).
  private mutating func readInnerDivision() {
    let body = open
    let words = body.map { scalars[$0] }
    guard words.count > 3, words.count < 60 else { return }
    let rest = IndustrySplit(words, tables)
    for start in 2..<words.count {
      guard let match = tables.gazetteer.matches(in: words, from: start, below: []).first,
        let level = match.places.map(\.level).min(), level < 3, rest.isIndustry(from: match.end)
      else { continue }
      let isCountry = level == 0 && match.end == words.count
      if isCountry || followsIndustry(words[..<start]) { return mark(body[start..<match.end], as: .division) }
    }
  }

  private func followsIndustry(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.count > 3 && IndustrySplit(Array(words), tables).industryStart(from: 0) < words.count
  }
}
