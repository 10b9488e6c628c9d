import Assets
import Domain
import TestSupport
import XCTest

/// The segments of the service axis and what they say (section 9), at every edge.
final class ServiceAxisTests: XCTestCase {
  private func axis() throws -> ServiceAxis { try Policy.channel().axis }

  private func day(_ text: String) throws -> Day { try XCTUnwrap(Day(iso: text), text) }

  private func term(_ opens: String, expires: String? = nil) throws -> ServiceTerm {
    let opens = try day(opens)
    return ServiceTerm(
      opensOn: opens, expiresOn: try expires.map(day) ?? axis().expiry(ofAccountOpenedOn: opens))
  }

  private func order(
    _ terms: [ServiceTerm], by kind: DepartmentKind = .channel, contract: String = "日东精密电子",
    confirmed: String? = "2026-01-10", isVoid: Bool = false
  ) throws -> Order {
    Order(
      id: OrderID(1), customer: CustomerID(1), seller: PersonID(1), sellerKind: kind, amount: Amount(fen: 1),
      contract: ContractName(contract, folded: contract), submittedAt: Instant(seconds: 0),
      opportunity: nil, confirmedOn: try confirmed.map(day),
      voidedAt: isVoid ? Instant(seconds: 1) : nil, terms: terms)
  }

  private func held(_ since: String = "2026-01-01") throws -> Possession { .held(since: try day(since)) }

  // MARK: segments

  func testMonthsOneToTwelveAndTheYearAfter() throws {
    for (opens, day, segment, month) in [
      ("2026-01-15", "2026-01-15", AxisSegment.service, 1), ("2026-01-15", "2026-02-14", .service, 1),
      ("2026-01-15", "2026-02-15", .service, 2), ("2026-01-15", "2026-09-14", .service, 8),
      ("2026-01-15", "2026-09-15", .renewal, 9), ("2026-01-15", "2027-01-14", .renewal, 12),
      ("2026-01-15", "2027-01-15", .protection, 13), ("2026-01-15", "2028-01-14", .protection, 24),
      ("2026-01-15", "2028-01-15", .after, 25),
      // Months are clamped to their end.
      ("2026-06-30", "2027-02-27", .service, 8), ("2026-06-30", "2027-02-28", .renewal, 9),
      ("2026-08-31", "2027-04-29", .service, 8), ("2026-08-31", "2027-04-30", .renewal, 9),
      ("2026-08-31", "2027-08-30", .renewal, 12), ("2026-08-31", "2027-08-31", .protection, 13),
      // Leap days.
      ("2028-02-29", "2028-10-28", .service, 8), ("2028-02-29", "2028-10-29", .renewal, 9),
      ("2028-02-29", "2029-02-27", .renewal, 12), ("2028-02-29", "2029-02-28", .protection, 13),
      ("2028-02-29", "2030-02-27", .protection, 24), ("2028-02-29", "2030-02-28", .after, 25),
      ("2027-03-01", "2028-02-29", .renewal, 12), ("2027-03-01", "2028-03-01", .protection, 13),
    ] {
      let term = try term(opens)
      XCTAssertEqual(try axis().segment(of: term, on: try self.day(day)), segment, "\(opens) on \(day)")
      XCTAssertEqual(try axis().month(of: term, on: try self.day(day)), month, "\(opens) on \(day)")
    }
  }

  func testWithAnotherTermTheExpiryDateRules() throws {
    for (expires, day, segment) in [
      // Two years: the last four months are the renewal.
      ("2028-01-14", "2027-09-14", AxisSegment.service), ("2028-01-14", "2027-09-15", .renewal),
      ("2028-01-14", "2028-01-14", .renewal), ("2028-01-14", "2028-01-15", .protection),
      ("2028-01-14", "2029-01-14", .protection), ("2028-01-14", "2029-01-15", .after),
      // Half a year.
      ("2026-07-14", "2026-03-14", .service), ("2026-07-14", "2026-03-15", .renewal),
      ("2026-07-14", "2026-07-15", .protection), ("2026-07-14", "2027-07-15", .after),
      // Shorter than the renewal itself, down to a day.
      ("2026-03-14", "2026-01-15", .renewal), ("2026-01-15", "2026-01-15", .renewal),
      ("2026-01-15", "2026-01-16", .protection),
    ] {
      let term = try term("2026-01-15", expires: expires)
      XCTAssertEqual(try axis().segment(of: term, on: try self.day(day)), segment, "\(expires) on \(day)")
    }
  }

  func testARenewalStartsTheAxisAnew() throws {
    let order = try order([term("2026-01-15"), term("2027-02-01")])
    for (day, segment) in [
      ("2026-01-14", AxisSegment.ordered), ("2026-01-15", .service), ("2027-01-14", .renewal),
      ("2027-01-15", .protection), ("2027-01-31", .protection), ("2027-02-01", .service),
      ("2027-10-01", .renewal),
    ] {
      XCTAssertEqual(try axis().segment(of: [order], held(), on: try self.day(day)), segment, day)
    }
  }

  func testTheFirstRowThatMatchesWins() throws {
    let (running, old) = (try order([term("2026-06-01")]), try order([term("2023-01-15")]))
    let (unopened, void) = (try order([]), try order([], isVoid: true))
    let submitted = try order([], confirmed: nil)
    let today = try day("2026-11-26")
    for (orders, possession, segment) in [
      ([Order](), Possession.unknown, AxisSegment.unknown), ([running], .sea, .sea), ([], try held(), .held),
      ([void], try held(), .held), ([submitted], try held(), .ordered),
      ([unopened, running], try held(), .ordered),
      ([old, running], try held(), .service), ([old, void], try held(), .after),
    ] {
      XCTAssertEqual(try axis().segment(of: orders, possession, on: today), segment, "\(segment)")
    }
  }

  // MARK: verdicts

  private func verdict(
    _ orders: [Order], _ possession: Possession? = nil, lastContact: String? = nil,
    for kind: DepartmentKind = .channel,
    contract: String? = nil, on day: String
  ) throws -> Verdict {
    try axis().verdict(
      on: orders, possession ?? held(), lastContact: lastContact.map(self.day),
      for: AxisAsker(kind, contract: contract), on: self.day(day)
    ).verdict
  }

  func testTheTableOfAChannelDepartment() throws {
    let order = try order([term("2026-01-15")])
    XCTAssertEqual(try verdict([], .unknown, on: "2026-11-26"), .mayEnter)
    XCTAssertEqual(try verdict([], .sea, on: "2026-11-26"), .mayPick)
    XCTAssertEqual(try verdict([], on: "2026-11-26"), .mayNotFollow)
    XCTAssertEqual(try verdict([self.order([])], on: "2026-11-26"), .mayNotFollow)
    for (day, expected) in [
      ("2026-09-14", Verdict.mayFollow), ("2026-09-15", .mayNotFollow), ("2027-01-14", .mayNotFollow),
      ("2027-01-15", .mayNotFollow), ("2028-01-14", .mayNotFollow), ("2028-01-15", .mayFollow),
    ] {
      XCTAssertEqual(try verdict([order], on: day), expected, day)
    }
  }

  func testAFurtherAccountNeedsAChannelAndTheSameContract() throws {
    let term = try term("2026-06-01")
    let (channel, direct) = (try order([term]), try order([term], by: .direct, contract: "别的"))
    let day = "2026-11-26"
    XCTAssertEqual(try verdict([channel], contract: "日东精密电子", on: day), .mayFollow)
    XCTAssertEqual(try verdict([channel], contract: "别的", on: day), .mayNotFollow)
    XCTAssertEqual(try verdict([direct], on: day), .mayNotFollow)
    XCTAssertEqual(try verdict([channel, direct], contract: "别的", on: day), .mayFollow, "ever signed it")
    let unsigned = try order([], confirmed: nil)
    let void = try order([term], isVoid: true)
    XCTAssertEqual(try verdict([direct, void], on: day), .mayNotFollow)
    XCTAssertEqual(try verdict([direct, unsigned], on: day), .mayNotFollow)
    XCTAssertEqual(try verdict([channel], for: .direct, on: day), .mayNotFollow)
  }

  func testTheTwoMonthRule() throws {
    let order = try order([term("2023-01-15")])
    for (since, contact, day, expected) in [
      ("2026-09-26", nil, "2026-11-25", Verdict.mayNotFollow), ("2026-09-26", nil, "2026-11-26", .mayFollow),
      ("2026-01-01", "2026-09-27", "2026-11-26", .mayNotFollow),
      ("2026-01-01", "2026-09-26", "2026-11-26", .mayFollow),
      ("2026-12-31", "2026-12-31", "2027-02-27", .mayNotFollow),
      ("2026-12-31", "2026-12-31", "2027-02-28", .mayFollow),
    ] {
      XCTAssertEqual(
        try verdict([order], held(since), lastContact: contact, on: day), expected, "\(since) on \(day)")
    }
  }

  func testTheRenewalTeamsAndTheServiceTeams() throws {
    let order = try order([term("2026-01-15")])
    for (kind, day, expected) in [
      (DepartmentKind.renewal, "2026-09-14", Verdict.mayNotFollow), (.renewal, "2026-09-15", .mayFollow),
      (.renewal, "2028-01-14", .mayFollow), (.service, "2026-09-14", .mayFollow),
      (.service, "2026-09-15", .mayNotFollow), (.dealer, "2026-09-14", .mayNotFollow),
    ] {
      XCTAssertEqual(try verdict([order], for: kind, on: day), expected, "\(kind) on \(day)")
    }
  }

  // MARK: figures

  func testAmounts() {
    for (text, fen) in [
      ("12800", 1_280_000 as Int64?), ("12,800.50", 1_280_050), ("0.5", 50), ("0.05", 5), ("0", 0), ("", nil),
      ("-1", nil), ("1.234", nil), ("1.", nil), (".5", nil), ("1e9", nil), ("１２，８００．５", 1_280_050),
      ("一百", nil), ("1.2.3", nil),
      ("1000000000", 100_000_000_000), ("1000000001", nil), ("99999999999999999999", nil), (" 5", nil),
    ] {
      XCTAssertEqual(Amount(text)?.fen, fen, text)
    }
    XCTAssertEqual(Amount(fen: 1_280_005).text, "12800.05")
    XCTAssertEqual(Amount(fen: 128_000_005).grouped, "1,280,000.05")
    XCTAssertEqual(Amount(fen: 99_900).grouped, "999.00")
    XCTAssertFalse(Amount(fen: 0).isPlausible)
  }

  /// A house that adopted its policies before there was an axis keeps working (R4.15).
  func testAPolicyFromBeforeTheAxisTakesTheOneThatShips() throws {
    guard case .object(var keys) = try JSON.channel(["name": "direct"]) else { return XCTFail("no object") }
    keys["service_axis"] = nil
    keys["department_kind"] = nil
    let policy = try PolicyReader.read(JSON.object(keys).data)
    XCTAssertEqual(policy.departmentKind, .direct)
    XCTAssertEqual(policy.axis.termMonths, 12)
  }

  func testATableThatIsNotWholeIsRefused() throws {
    let rulings: [String: JSON] = ["unknown": "may_enter"]
    for (axis, path) in [
      (["term": "12mo"] as JSON, "service_axis.renewal"),
      (
        [
          "term": "12mo", "renewal": "13mo", "protection": "12mo", "held": "2mo", "quiet": "2mo",
          "table": [:],
        ], "service_axis.renewal"
      ),
      (
        [
          "term": "12mo", "renewal": "4mo", "protection": "12mo", "held": "2mo", "quiet": "2mo", "table": [:],
        ],
        "service_axis.table.channel"
      ),
      (
        [
          "term": "12mo", "renewal": "4mo", "protection": "12mo", "held": "2mo", "quiet": "2mo",
          "table": ["channel": .object(rulings)],
        ], "service_axis.table.channel.sea"
      ),
    ] {
      XCTAssertThrowsError(try Policy.channel(["service_axis": axis])) {
        XCTAssertTrue("\($0)".contains("\"\(path)\""), "\($0)")
      }
    }
  }
}
