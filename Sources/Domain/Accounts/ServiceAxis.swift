/// The service axis of signed customers (section 9): how long its segments are, in calendar months from the opening
/// date, and what each says to each kind of department.
package struct ServiceAxis: Sendable {
  /// How long an account runs where the order names no expiry.
  package let termMonths: Int
  /// The last months of a term, in which it is the renewal team's.
  package let renewalMonths: Int
  package let protectionMonths: Int
  /// The two-month rule: how long its holder has it, and how long he reached nobody.
  package let heldMonths: Int
  package let quietMonths: Int
  private let rows: [Row]

  package struct Row: Sendable {
    package let kind: DepartmentKind
    package let segment: AxisSegment
    package let ruling: AxisRuling

    package init(_ kind: DepartmentKind, _ segment: AxisSegment, _ ruling: AxisRuling) {
      self.kind = kind
      self.segment = segment
      self.ruling = ruling
    }
  }

  package init(
    termMonths: Int, renewalMonths: Int, protectionMonths: Int, heldMonths: Int, quietMonths: Int, rows: [Row]
  ) {
    self.termMonths = termMonths
    self.renewalMonths = renewalMonths
    self.protectionMonths = protectionMonths
    self.heldMonths = heldMonths
    self.quietMonths = quietMonths
    self.rows = rows
  }

  package func ruling(_ segment: AxisSegment, for kind: DepartmentKind) -> AxisRuling {
    rows.first { $0.kind == kind && $0.segment == segment }?.ruling ?? .mayNotFollow
  }
}

// MARK: the days of a term

extension ServiceAxis {
  /// The last day of an account that was opened on this day: month n ends the day before its date comes round.
  package func expiry(ofAccountOpenedOn day: Day) -> Day { day.adding(months: termMonths) - 1 }

  /// The first day of the renewal: months counted from the opening; with another term the expiry date rules, and they
  /// are counted back from it.
  package func renewalStarts(_ term: ServiceTerm) -> Day {
    if term.expiresOn == expiry(ofAccountOpenedOn: term.opensOn) {
      return term.opensOn.adding(months: termMonths - renewalMonths)
    }
    return max(term.opensOn, (term.expiresOn + 1).adding(months: -renewalMonths))
  }

  /// The last day of the protection.
  package func protectionEnds(_ term: ServiceTerm) -> Day {
    (term.expiresOn + 1).adding(months: protectionMonths) - 1
  }

  package func segment(of term: ServiceTerm, on day: Day) -> AxisSegment {
    if day < renewalStarts(term) { return .service }
    if day <= term.expiresOn { return .renewal }
    return day <= protectionEnds(term) ? .protection : .after
  }

  /// In which month of the term a day lies, 1 on the opening day.
  package func month(of term: ServiceTerm, on day: Day) -> Int {
    let (from, to) = (term.opensOn.civil, day.civil)
    let months = (to.year - from.year) * 12 + to.month - from.month
    return term.opensOn.adding(months: months) <= day ? months + 1 : months
  }
}
