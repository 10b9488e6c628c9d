import Domain
import Services
import TestSupport
import XCTest

/// Asking support for a company that may neither be entered nor picked (申请挑入, R5.8).
final class ApplyTests: XCTestCase {
  private let asked = "苏州日东精密电子中心有限公司"

  private func house() throws -> TestHouse {
    let house = try TestHouse()
    try house.customer("苏州日东精密电子有限公司", in: .library(of: .li), phone: "0512-60010001")
    return house
  }

  // MARK: what is asked for

  func testWhatIsMissingIsNamed() throws {
    let house = try house()
    let missing = Refusal.Problem.missing
    try assertRefused(.invalidField("name", missing), leaves: house) { try house.apply(" ") }
    try assertRefused(.invalidField("landline", missing), leaves: house) {
      try house.apply(asked, landline: "")
    }
    try assertRefused(.invalidField("fax", missing), leaves: house) { try house.apply(asked, fax: "") }
    try assertRefused(.invalidField("address", missing), leaves: house) {
      try house.apply(asked, address: "")
    }
    try assertRefused(.invalidField("remark", missing), leaves: house) {
      try house.apply(asked, remark: "\u{3000}")
    }
    try assertRefused(.invalidField("landline_or_mobile", missing), leaves: house) {
      try house.apply(asked, landline: "无")
    }
  }

  func testNoneIsAnAnswerForALandlineWhereThereIsAMobile() throws {
    let house = try house()
    let id = try house.apply(asked, landline: "无", mobile: "13812340001")
    XCTAssertEqual(try house.application(id)?.entry.mobile, "13812340001")
  }

  func testWhatIsNoNumberIsRefused() throws {
    let house = try house()
    for text in ["abc", "123", String(repeating: "1", count: 30)] {
      try assertRefused(.invalidField("phone", .notANumber), leaves: house) {
        try house.apply(asked, landline: text)
      }
    }
  }

  /// Until when support answers: two desk days, as it judges (R5.7).
  func testSupportHasTwoDeskDays() throws {
    let house = try house()
    let application = try XCTUnwrap(try house.application(try house.apply(asked)))
    XCTAssertEqual(house.calendar.dueText(application.answerBy), "2026-11-30 24:00")
    XCTAssertEqual(application.state(at: house.now), .open)
    XCTAssertEqual(
      try ApplicationQueue.read(for: house.id(.support), at: house.now, in: house.house).map(\.id),
      [application.id])
  }

  // MARK: who

  func testWhoMayApply() throws {
    let house = try house()
    for who in [TestHouse.Who.clerk, .support, .reception] {
      try assertRefused(.notAllowed(.apply), leaves: house) { try house.apply(asked, by: who) }
    }
    XCTAssertNoThrow(try house.apply(asked, by: .manager))
  }

  /// The clerk applies for an agent (特殊资源申请); the manager is informed (R8.4).
  func testTheClerkAppliesForAnAgent() throws {
    let house = try house()
    let id = try house.apply(asked, by: .clerk, for: .zhang)
    let application = try XCTUnwrap(try house.application(id))
    XCTAssertEqual(application.applicant, try house.holder(.zhang))
    XCTAssertEqual(application.writer, try house.holder(.clerk))
    XCTAssertEqual(try house.alerts(of: .manager).map(\.kind), [.specialApplication])
    XCTAssertEqual(try ApplicationList.read(by: house.id(.clerk), in: house.house).map(\.id), [id])
    XCTAssertNoThrow(try house.withdraw(id, by: .clerk))
  }

  func testOneAppliesForAgentsOnly() throws {
    let house = try house()
    try assertRefused(.invalidField("applicant", .unknown), leaves: house) {
      try house.apply(asked, by: .clerk, for: .support)
    }
    try assertRefused(.notAllowed(.applyFor), leaves: house) { try house.apply(asked, by: .zhang, for: .li) }
    let entry = Application.Entry(name: asked, landline: "无", fax: "无", address: "苏州", remark: "介绍")
    try assertRefused(.unknownPerson("wu"), leaves: house) {
      try Apply(entry, for: "wu").perform(by: house.id(.clerk), at: house.now, in: house.house)
    }
  }

  func testAManagerSeesThoseOfHisSubtree() throws {
    let house = try house()
    let id = try house.apply(asked)
    for (who, seen) in [(TestHouse.Who.manager, [id]), (.director, [id]), (.support, [id]), (.li, [])] {
      XCTAssertEqual(try ApplicationList.read(by: house.id(who), in: house.house).map(\.id), seen, "\(who)")
    }
    assertRefused(.notAllowed(.answerApplication)) {
      _ = try ApplicationQueue.read(for: house.id(.manager), at: house.now, in: house.house)
    }
  }

  // MARK: the first applicant

  func testTheFirstApplicantComesFirst() throws {
    let house = try house()
    let id = try house.apply(asked, landline: "0512-69990001")
    let refusal = Refusal.appliedFor(
      by: try house.holder(.zhang), until: try house.time("2026-12-04 00:00"))
    try assertRefused(refusal, leaves: house) {
      try house.apply(asked, landline: "0512-69990002", by: .manager)
    }
    // By the key, and by a number.
    try assertRefused(refusal, leaves: house) {
      try house.apply("昆山日东精密电子有限公司", landline: "0512-69990002", by: .manager)
    }
    try assertRefused(refusal, leaves: house) {
      try house.apply("苏州日东精密电子有限公司", landline: "69990001", address: "江苏省苏州市", by: .manager)
    }
    try house.withdraw(id)
    XCTAssertNoThrow(try house.apply(asked, by: .manager))
  }

  /// One's own is told as one's own; who writes for another is told of him.
  func testOnesOwnApplicationIsToldAsOnesOwn() throws {
    let house = try house()
    let at = house.now
    let id = try house.apply(asked)
    house.pass(hours: 1)
    try assertRefused(.alreadyApplied(id, at: at), leaves: house) { try house.apply(asked) }
    let until = try house.time("2026-12-04 00:00")
    try assertRefused(.appliedFor(by: try house.holder(.zhang), until: until), leaves: house) {
      try house.apply(asked, by: .clerk, for: .zhang)
    }
  }

  /// Its name is free again once the answer has lapsed, whether the engine has come to it or not.
  func testOneMayApplyOnceTheFirstHasLapsed() throws {
    for engineCame in [false, true] {
      let house = try house()
      try house.answer(try house.apply(asked), .enter)
      let until = try house.time("2026-12-01 00:00")
      try house.set("2026-11-30 23:59")
      try assertRefused(.appliedFor(by: try house.holder(.zhang), until: until), leaves: house) {
        try house.apply(asked, by: .manager)
      }
      try house.set("2026-12-01 00:00")
      if engineCame { try house.tick() }
      XCTAssertNoThrow(try house.apply(asked, by: .manager))
    }
  }

  // MARK: what the check says

  func testWhatIsKnownNowhereIsEntered() throws {
    let house = try house()
    try assertRefused(.noNeedToApply(pick: nil), leaves: house) { try house.apply("苏州澄湖包装有限公司") }
  }

  func testWhatIsInTheSeaIsPicked() throws {
    let house = try house()
    let customer = try house.customer("苏州澄湖包装有限公司", in: .sea, phone: "0512-60010003")
    try assertRefused(.noNeedToApply(pick: customer), leaves: house) { try house.apply("昆山澄湖包装厂") }
  }

  /// R3.12: no answer of support's helps.
  func testForWhatIsBlockedNobodyApplies() throws {
    let house = try house()
    try BlockName(asked, true).perform(by: house.id(.manager), at: house.now, in: house.house)
    try assertRefused(.blocked, leaves: house) { try house.apply(asked) }
  }

  func testForOnesOwnNobodyApplies() throws {
    let house = try house()
    assertRefused(code: "collision") { try house.apply(asked, by: .li) }
    XCTAssertEqual(try BaseDump(house.path).count("application"), 0)
  }

  /// R3.6: an application does not get around one's own cool-down.
  func testWhatCoolsDownIsNotAppliedFor() throws {
    let house = try TestHouse(try Policy.channel(["cool_down": 15]))
    let customer = try house.customer("苏州澄湖包装有限公司", in: .library(of: .zhang))
    try house.release(customer, by: .zhang)
    house.pass(days: 1)
    assertRefused(code: "collision") { try house.apply("苏州澄湖包装有限公司") }
    try assertRefused(.noNeedToApply(pick: customer), leaves: house) {
      try house.apply("苏州澄湖包装有限公司", by: .manager)
    }
  }

  /// R5.1: a hit by a bare trade word is for support to judge, whosever it is.
  func testWhatIsDoubtfulIsForSupport() throws {
    let house = try house()
    try house.customer("苏州恒泰有限公司", in: .sea, phone: "0512-60010004")
    let id = try house.apply("昆山恒泰有限公司")
    let receipt = try XCTUnwrap(try house.application(id)?.receipt)
    XCTAssertEqual(try BaseDump(house.path).count("receipt", where: "act = 'apply'"), 1)
    XCTAssertFalse(receipt.isEmpty, "the receipt of its check goes with it (R5.6)")
  }

  // MARK: what is kept for him

  /// R5.5, R5.8: nobody else enters or imports what is applied for.
  func testNobodyElseEntersIt() throws {
    let house = try house()
    try house.apply(asked, landline: "0512-69990001", fax: "0512-69990009")
    for form in [house.form("昆山日东精密电子有限公司"), house.form(phone: "0512-69990009")] {
      assertRefused(code: "collision") { try house.enter(form, by: .manager) }
    }
    XCTAssertEqual(
      try house.importRows(["昆山日东精密电子有限公司,0512-60010006,苏州市潮声路7号", "昆山石湖针织厂,0512-69990009,苏州市潮声路8号"]).entered,
      0)
  }
}
