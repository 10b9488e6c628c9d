import Assets
import Domain
import TestSupport
import XCTest

/// Every refusal and every failure has its words, in one line, in both languages.
final class WordingTests: XCTestCase {
  private let now = Instant(seconds: 1_795_674_720)
  private let holder = Refusal.Holder(id: PersonID(7), name: "何小满", department: "一部")

  /// One hit for each reason, and each way in which something matches.
  private var receipt: Receipt {
    let reasons: [VerdictReason] =
      [
        .blocked, .doNotCall, .void, .appliedFor(by: holder, until: now), .appliedFor(by: holder, until: nil),
        .lost, .coolingDown(until: Day(number: 20_800)), .undoPending(by: holder, until: now),
        .noCallableNumber, .inTheSea(since: now), .own(since: now), .unprotected, .held(.held, since: nil),
      ] + AxisSegment.allCases.dropFirst(2).map { .held($0, since: now) }
      + Doubt.allCases.map { .doubtful($0) }
    let matches = MatchedBy.allCases.map { Match(by: $0, text: "某厂") }
    let hits = reasons.map {
      CollisionHit(
        customer: CustomerID(3), name: "某厂", holder: $0 == .blocked ? nil : holder, state: .following,
        matches: matches, verdict: .judge, reason: $0)
    }
    return Receipt(
      code: ReceiptCode(day: Day(number: 20_800), serial: 7), at: now, person: holder, act: .enter,
      name: "某厂", numbers: [], verdict: .judge, hits: hits, hasMore: true)
  }

  private var refusals: [Refusal] {
    let fixed: [Refusal] = [
      .held(by: holder, since: now), .undoPending(by: holder, until: now), .notHeld,
      .libraryFull(held: 300, capacity: 300), .flowedBack(at: now), .collision(receipt),
      .coolingDown(until: Day(number: 20_800)), .dailyLimit(picked: 20, limit: 20), .unknownCustomer("K9"),
      .unknownPerson("wu"), .notSandbox, .tooLateToUndo, .answerStands, .duePassed(due: now),
      .noCallableNumber, .noClock,
      .alreadyAsked(at: now), .extensionSpent(at: now, next: Day(number: 20_800)), .unknownRequest("9"),
      .unknownReceipt("C"),
      .alreadyAnswered(), .noHelper, .alreadyAnswered(by: "陆书遥", at: now), .nothingToTakeBack,
      .tooLateToTakeBack,
      .nothingToConfirm,
      .merged(into: CustomerID(3)), .sameCustomer, .sameHolder, .notAPair,
      .alreadyPaired, .nothingToJudge, .unprotected, .appliedForMeanwhile(ApplicationID(3)), .blocked,
      .appliedFor(by: holder, until: nil), .appliedFor(by: holder, until: now), .unknownApplication("9"),
      .alreadyApplied(ApplicationID(9), at: now),
      .noNeedToApply(pick: nil), .noNeedToApply(pick: CustomerID(3)), .notYourApplication,
      .otherCompany("某厂"), .wrongName(shouldBe: "某厂"),
    ]
    let states: [Refusal] = CustomerState.allCases.map { .wrongState($0) }
    let applications: [Refusal] = ApplicationState.allCases.map { .application($0) }
    let acts: [Refusal] = Act.allCases.map { .notAllowed($0) }
    let fields = [
      "name", "address", "phone", "fax", "mobile", "number", "landline", "landline_or_mobile", "text", "next",
      "at",
      "intent", "stage", "place", "met", "login", "department", "role", "former_department", "contact",
      "title",
      "industry", "source", "remark", "to", "days", "reason", "from", "policy", "area", "wechat",
      "tax_number", "legal_person", "licence_name", "licence_address", "invoice_title",
    ]
    let problems: [Refusal.Problem] = [
      .missing, .unknown, .unreadable, .past, .tooLong, .tooFarBack, .ahead, .beforeEntry, .taken,
      .notANumber,
      .outOfRange, .controlCharacters, .tooShort, .saysNothing,
    ]
    return fixed + states + applications + acts
      + fields.flatMap { field in problems.map { .invalidField(field, $0) } }
  }

  private let failures: [DatabaseFailure] = [
    .missing(path: "/x.db"), .exists(path: "/x.db"), .notADatabase(path: "/x.db"),
    .newerVersion(path: "/x.db", found: 9, known: 2), .moved(path: "/x.db"), .readOnly, .locked, .full,
    .cannotOpen(path: "/x.db", reason: "x"), .failed(reason: "x"), .interrupted,
  ]

  private func wordings() throws -> [Wording] {
    let calendar = HouseCalendar.shipped(for: try Policy.channel())
    return Language.allCases.map { Wording(Words($0), calendar: calendar) }
  }

  private func assertSaid(_ text: String, _ what: String, file: StaticString = #filePath, line: UInt = #line)
  {
    XCTAssertFalse(text.isEmpty, what, file: file, line: line)
    XCTAssertFalse(text.contains(where: \.isNewline), what, file: file, line: line)
    XCTAssertFalse(text.contains("{"), "\(what): \(text)", file: file, line: line)
    let key = text.firstMatch(
      of: /\b(refusal|failure|problem|field|state|act|verdict|reason|matched_by|collision)\.[a-z_]+/)
    XCTAssertNil(key?.output.0, "\(what) has no words: \(text)", file: file, line: line)
  }

  func testEveryRefusalHasItsWords() throws {
    for wording in try wordings() {
      for refusal in refusals { assertSaid(wording.text(of: refusal, at: now), "\(refusal)") }
    }
  }

  func testEveryHitAndVerdictHasItsWords() throws {
    for wording in try wordings() {
      for hit in receipt.hits { assertSaid(wording.text(of: hit, at: now), "\(hit.reason)") }
      for verdict in Verdict.allCases { assertSaid(wording.text(of: verdict), verdict.rawValue) }
    }
  }

  func testEveryFailureHasItsWords() throws {
    for wording in try wordings() {
      for failure in failures { assertSaid(wording.text(of: failure), "\(failure)") }
    }
  }

  /// Codes are the contract: short words, none for two different things.
  func testCodesAreWords() {
    for refusal in refusals {
      XCTAssertNotNil(refusal.code.wholeMatch(of: /[a-z]+(_[a-z]+)*/), refusal.code)
    }
  }

  func testOnesOwnIsToldApart() throws {
    let wording = try XCTUnwrap(try wordings().last)
    let refusal = Refusal.held(by: holder, since: now)
    XCTAssertNotEqual(
      wording.text(of: refusal, for: holder.id, at: now), wording.text(of: refusal, for: PersonID(8), at: now)
    )
  }

  /// What was typed, however long or strange, leaves a line readable.
  func testALineStaysShort() throws {
    for wording in try wordings() {
      let long = String(repeating: "长", count: 100_000)
      for refusal in [
        Refusal.unknownCustomer(long), .unknownPerson(long), .unknownRequest(long), .unknownApplication(long),
        .otherCompany(long),
      ] {
        XCTAssertLessThan(wording.text(of: refusal, at: now).count, 120)
      }
      // What looks like a place in a text is none.
      let braces = Refusal.Holder(id: PersonID(7), name: "{since}{department}", department: "{name}")
      let text = wording.text(of: .held(by: braces, since: now), at: now)
      XCTAssertTrue(text.contains("{since}{department}") && text.contains("{name}"), text)
    }
  }
}
