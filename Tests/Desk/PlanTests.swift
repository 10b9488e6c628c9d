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
    let scenario = try Scenario(floor).press("t", "Enter")
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
}
