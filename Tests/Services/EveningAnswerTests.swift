import Domain
import TestSupport
import XCTest

@testable import Services

/// What a manager answered to a list is taken back within a minute (R8.2).
final class EveningAnswerTests: EveningTestCase {
  private func takeBack(_ house: TestHouse, by actor: TestHouse.Who = .manager) throws {
    try TakeAnswerBack(house.id(.zhang)).perform(by: house.id(actor), at: house.now, in: house.house)
  }

  func testAPassIsTakenBackWithinAMinute() throws {
    let house = try house()
    try assertRefused(.answerStands, leaves: house) { try takeBack(house) }
    try house.submitTomorrow()
    try assertRefused(.answerStands, leaves: house) { try takeBack(house) }
    try pass(house)
    try assertRefused(.answerStands, leaves: house) { try takeBack(house, by: .director) }
    let gone = try house.library(of: .zhang).rows[0].id
    try house.release(gone, by: .zhang)
    let later = try house.pick(try house.customer(in: .sea), by: .zhang).customer
    house.now = house.now + 59
    // A list that stays passed stays as it was.
    try house.submitTomorrow(by: .li)
    try pass(house, .li, by: .director)
    let others = try house.library(of: .li).rows[0].id
    try takeBack(house)
    try house.release(others, by: .li)
    XCTAssertEqual(try line(house, .li).figures.prepared, 2)
    XCTAssertEqual(try line(house).status, .submitted)
    XCTAssertEqual(try line(house).figures.prepared, 2, "the list is as it is by now: one left, one came")
    XCTAssertEqual(try house.tomorrow().rows.filter(\.isLater).count, 0)
    XCTAssertTrue(try house.tomorrow().rows.contains { $0.id == later && $0.counts })
    XCTAssertTrue(try XCTUnwrap(try line(house).list).isChanged, "it is another than was handed in")
    try house.dropTomorrow([later])
    XCTAssertEqual(try line(house).figures.prepared, 1, "it follows its customers again")
    try pass(house)
    house.now = house.now + 60
    try assertRefused(.answerStands, leaves: house) { try takeBack(house) }
  }

  /// As if it had never been sent back: nothing of it is another, and nobody is told.
  func testAListSentBackByMistakeWaitsAgain() throws {
    let house = try house()
    try house.submitTomorrow()
    let shown = try line(house).version
    // What else was said to him at that moment stays said.
    try house.store().alerts.tell(.told, house.id(.zhang), due: house.now, remark: "别的", at: house.now)
    try sendBack(house)
    try takeBack(house)
    XCTAssertEqual(try line(house).status, .submitted)
    XCTAssertFalse(try XCTUnwrap(try line(house).list).isChanged)
    XCTAssertEqual(try house.tomorrow().remark, "")
    XCTAssertEqual(try Reading.alerts(of: house.id(.zhang), limit: 9, in: house.house).map(\.kind), [.told])
    try assertRefused(.listChanged, leaves: house) { try pass(house, version: shown) }
    try sendBack(house)
    try house.dropTomorrow([try house.tomorrow().rows[0].id])
    try takeBack(house)
    XCTAssertTrue(try XCTUnwrap(try line(house).list).isChanged, "its agent had begun to change it")
  }

  /// R8.2: what happened to its customers meanwhile is seen, whichever the answer was.
  func testAListWhoseAnswerIsTakenBackIsAsItIsByNow() throws {
    for isPassed in [true, false] {
      let house = try house()
      let customers = try house.library(of: .zhang).rows.map(\.id)
      try house.submitTomorrow()
      func answer() throws { try isPassed ? pass(house) : sendBack(house) }
      func takeBack() throws {
        house.pass(seconds: 20)
        try TakeAnswerBack(house.id(.zhang)).perform(by: house.id(.manager), at: house.now, in: house.house)
      }
      try answer()
      try takeBack()
      XCTAssertFalse(try house.tomorrow().isChanged)
      try answer()
      try house.release(customers[0], by: .zhang)
      try takeBack()
      XCTAssertTrue(try house.tomorrow().isChanged)
      XCTAssertEqual(try line(house).figures.prepared, 1)
      try house.release(customers[1], by: .zhang)
      XCTAssertEqual(try line(house).figures.prepared, 0, "it follows its customers again")
    }
  }
}
