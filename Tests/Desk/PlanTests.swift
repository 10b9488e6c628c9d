import DeskFixtures
import Domain
import Services
import XCTest

/// The next contact, changed without a note (R6.1).
final class PlanTests: XCTestCase {
  /// What was agreed comes back as agreed, however often it is taken back and forth.
  func testAnAppointmentThatWasDroppedComesBackAsOne() throws {
    let floor = try DeskFloor()
    let customer = try floor.enter("苏州日东精密电子有限公司", daysAgo: 3)
    let agreed = NextContact(at: floor.now + 86_400, isAgreed: true)
    let house = try floor.open()
    try WriteNote(
      NoteEntry(outcome: .appointment, text: "约好", nextContact: agreed.at), on: customer
    ).perform(by: floor.id(.zhang), at: floor.now, in: house)
    func next() throws -> NextContact? {
      try CustomerView.read(customer, by: floor.id(.zhang), at: floor.now, in: house).customer.next
    }
    let scenario = try Scenario(floor).press("t", "^U", "Enter")
    XCTAssertNil(try next())
    for expected in [agreed, nil, agreed] {
      scenario.press("u")
      XCTAssertEqual(try next(), expected)
    }
    scenario.press("t").type("11-28 10:00").press("Enter")
    XCTAssertEqual(try next()?.isAgreed, true, "moved it is still one")
    scenario.press("u")
    XCTAssertEqual(try next(), agreed)
  }

  /// What it is for stands behind the time, and 约 and 回访 say whose it is (R6.1, R11.8).
  func testWhatItIsForAndWhoseItIsAreTyped() throws {
    let floor = try DeskFloor()
    let customer = try floor.enter("苏州日东精密电子有限公司", daysAgo: 3)
    let house = try floor.open()
    func next() throws -> NextContact? {
      try CustomerView.read(customer, by: floor.id(.zhang), at: floor.now, in: house).customer.next
    }
    let moment = floor.now + 86_400
    func plan(_ text: String) throws -> NextContact? {
      let scenario = try Scenario(floor).press("t").type(text)
      let isAgreed = scenario.screen.contains { $0.hasPrefix("与客户约好 ") }
      scenario.press("Enter")
      let planned = try next()
      XCTAssertEqual(planned?.isAgreed, isAgreed, "the screen said so before: \(text)")
      return planned
    }
    let clock = "14:32"
    for (text, isAgreed, purpose) in [
      ("明天\(clock) 送样", false, "送样"), ("约明天\(clock)", true, ""),
      ("明天 \(clock) 谈价 带合同", true, "谈价 带合同"), ("回访 明天\(clock)  问 到货", false, "问 到货"),
      ("appt tomorrow \(clock) samples", true, "samples"),
    ] {
      let planned = try XCTUnwrap(plan(text), text)
      XCTAssertEqual(planned.at.seconds / 60, moment.seconds / 60, text)
      XCTAssertEqual(planned.isAgreed, isAgreed, text)
      XCTAssertEqual(planned.purpose, purpose, text)
    }
    XCTAssert(try Scenario(floor).row(3).contains("约明"), "the list tells it apart")
    // Opened again it is all there, and Enter changes nothing.
    let scenario = try Scenario(floor).press("t")
    XCTAssert(scenario.shows("samples"))
    scenario.press("Enter")
    XCTAssertEqual(try next()?.purpose, "samples")
  }

  /// In a note the outcome says whether something was agreed: the word alone is told of, not lost unsaid.
  func testTheWordBesideAnotherOutcomeIsToldOf() throws {
    let floor = try DeskFloor()
    try floor.enter("苏州日东精密电子有限公司", daysAgo: 3)
    let scenario = try Scenario(floor).press("w", "3").type("要报价单").press("Tab").type("约明天14:32")
    XCTAssert(scenario.message.contains("才算和客户约好"), scenario.message)
    let other = try Scenario(floor).press("w", "^U").press("Esc")
    XCTAssertFalse(other.message.contains("才算和客户约好"))
    let agreed = try Scenario(.example()).press("w", "5").type("约好").press("Tab").type("约明天14:32")
    XCTAssertFalse(agreed.message.contains("才算和客户约好"), agreed.message)
  }
}
