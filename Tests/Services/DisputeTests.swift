import Domain
import Services
import TestSupport
import XCTest

/// Collisions that come about while a customer is held, and how support judges them (R5.7).
final class DisputeTests: XCTestCase {
  /// zhang's customer, renamed to what li's is called already.
  private func disputed() throws -> (house: TestHouse, mine: CustomerID, other: CustomerID) {
    let house = try TestHouse()
    let other = try house.customer("苏州观澜包装有限公司", in: .library(of: .li))
    let mine = try house.customer("苏州听雨包装有限公司", in: .library(of: .zhang))
    try house.rename(mine, "苏州观澜包装有限公司")
    return (house, mine, other)
  }

  func testACollidingNameMakesItUnprotected() throws {
    let (house, mine, other) = try disputed()
    let dispute = try XCTUnwrap(try house.view(mine).dispute)
    XCTAssertEqual(dispute.twin, other)
    XCTAssertEqual(house.calendar.dueText(dispute.judgeBy), "2026-11-30 24:00", "two desk days")
    XCTAssertNotNil(dispute.receipt)
    XCTAssertEqual(try house.library(of: .zhang).held, 1, "still held, and it takes its slot")
    XCTAssertEqual(try house.due(mine), "2026-12-26 24:00", "its clocks run")
    XCTAssertFalse(try house.isUnprotected(other))
    XCTAssertEqual(try house.alerts(of: .support).map(\.kind), [.toJudge])
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [], "who did it was told at once")
  }

  func testANumberOfAnotherMakesItUnprotected() throws {
    let house = try TestHouse()
    let other = try house.customer(in: .library(of: .li), phone: "0512-60000009")
    let mine = try house.customer(in: .library(of: .zhang))
    XCTAssertEqual(try house.addNumber(mine, "60000009").dispute?.twin, other)
  }

  func testALicenceNameOfAnotherMakesItUnprotected() throws {
    let house = try TestHouse()
    let other = try house.customer("苏州观澜包装有限公司", in: .library(of: .li))
    let mine = try house.customer(in: .library(of: .zhang))
    let changed = try house.change(mine) { $0.av = [.licenceName: "苏州观澜包装有限公司"] }
    XCTAssertEqual(changed.dispute?.twin, other)
  }

  func testItsHolderIsToldWhereSomebodyElseChangedIt() throws {
    let house = try TestHouse()
    try house.customer("苏州观澜包装有限公司", in: .library(of: .li))
    let mine = try house.customer(in: .library(of: .zhang))
    try house.rename(mine, "苏州观澜包装有限公司", by: .manager)
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.unprotected])
  }

  func testWithTheNamePutRightItIsProtectedAgain() throws {
    let (house, mine, _) = try disputed()
    try house.rename(mine, "苏州听雨包装有限公司")
    XCTAssertFalse(try house.isUnprotected(mine))
    assertRefused(.nothingToJudge) { try house.judge(mine, .keep) }
  }

  func testAChangeThatMendsNothingLeavesItUnprotected() throws {
    let (house, mine, _) = try disputed()
    try house.change(mine) { $0.industry = "包装" }
    try house.addNumber(mine, "0512-69999999")
    XCTAssertTrue(try house.isUnprotected(mine))
    XCTAssertEqual(try house.alerts(of: .support).count, 1, "support is told once")
  }

  /// An order counts only if support judges for the holder.
  func testAnOrderWaitsForTheJudgement() throws {
    let (house, mine, _) = try disputed()
    let order = try house.order(mine)
    try assertRefused(.unprotected, leaves: house) { try house.confirm(order) }
    try house.judge(mine, .keep)
    try house.confirm(order)
    XCTAssertEqual(try house.view(mine).customer.state, .signed)
  }

  func testMeanwhileOthersMayApplyForIt() throws {
    let (house, mine, _) = try disputed()
    let phone = try XCTUnwrap(try house.view(mine).numbers.first).display
    let look = try CollisionLook.read(
      CollisionQuery(phones: [phone]), by: house.id(.manager), at: house.now, in: house.house)
    XCTAssertEqual(look.hits.map(\.verdict), [.mayFollow])
    XCTAssertEqual(look.hits.map(\.reason), [.unprotected])
  }

  // MARK: judged

  func testJudgedForTheHolder() throws {
    let (house, mine, _) = try disputed()
    try house.judge(mine, .keep)
    XCTAssertFalse(try house.isUnprotected(mine))
    XCTAssertEqual(try house.view(mine).holder, try house.holder(.zhang))
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.judgedFor])
    try house.addNumber(mine, "0512-69999999")
    XCTAssertFalse(try house.isUnprotected(mine), "what was judged is judged")
  }

  func testJudgedAgainstItIsMergedForTheHolderOfTheOther() throws {
    let house = try TestHouse()
    let mine = try house.customer("苏州听雨包装有限公司", in: .library(of: .zhang))
    let other = try house.customer("苏州观澜包装有限公司", in: .library(of: .li))
    try house.rename(mine, "苏州观澜包装有限公司")
    try house.judge(mine, .merge)
    // The older code stays (R3.11), the other's holder has it.
    XCTAssertEqual(try house.view(other, as: .li).customer.id, mine)
    XCTAssertEqual(try house.view(mine, as: .li).holder, try house.holder(.li))
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.merged])
  }

  func testJudgedAgainstItIsHandedOver() throws {
    let (house, mine, other) = try disputed()
    try house.judge(mine, .handOver)
    XCTAssertEqual(try house.view(mine, as: .li).holder, try house.holder(.li))
    XCTAssertEqual(try house.view(other, as: .li).holder, try house.holder(.li))
    XCTAssertEqual(try house.view(mine, as: .li).opportunity?.wayIn, .transferred)
    XCTAssertEqual(try house.lastEnd(mine)?.reason, .transferred)
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.transferred])
    XCTAssertEqual(try house.alerts(of: .li).map(\.kind), [.received])
  }

  func testNobodyIsThereToHandItTo() throws {
    let house = try TestHouse()
    let other = try house.customer("苏州观澜包装有限公司", in: .sea)
    let mine = try house.customer(in: .library(of: .zhang))
    XCTAssertEqual(try house.rename(mine, "苏州观澜包装有限公司").dispute?.twin, other)
    try assertRefused(.wrongState(.unassigned), leaves: house) { try house.judge(mine, .handOver) }
    XCTAssertTrue(try house.isUnprotected(mine))
  }

  /// R3.2: a transfer passes the gate as well.
  func testTheOtherHolderNeedsRoom() throws {
    let (house, mine, _) = try disputed()
    try house.store().connection.run("UPDATE person SET capacity = 1 WHERE id = ?", [house.id(.li)])
    try assertRefused(.libraryFull(held: 1, capacity: 1), leaves: house) { try house.judge(mine, .handOver) }
  }

  func testOnlySupportJudgesAndOnlyOnce() throws {
    let (house, mine, other) = try disputed()
    for who in [TestHouse.Who.zhang, .manager, .director, .clerk] {
      try assertRefused(.notAllowed(.judge), leaves: house) { try house.judge(mine, .keep, by: who) }
    }
    try assertRefused(.nothingToJudge, leaves: house) { try house.judge(other, .keep) }
    try house.judge(mine, .keep)
    assertRefused(.nothingToJudge) { try house.judge(mine, .merge) }
  }

  // MARK: in time

  /// Support judges within two desk days, else the manager is told, once.
  func testTheManagerIsToldWhereSupportIsLate() throws {
    let (house, mine, _) = try disputed()
    try house.set("2026-11-30 23:59")
    try house.tick()
    XCTAssertEqual(try house.alerts(of: .manager).map(\.kind), [])
    try house.set("2026-12-01 00:00")
    try house.tick()
    try house.tick()
    XCTAssertEqual(try house.alerts(of: .manager).map(\.kind), [.judgeLate])
    XCTAssertEqual(try house.alerts(of: .director).map(\.kind), [], "the next above is told")
    try house.judge(mine, .keep)
  }

  func testADepartmentWithoutAManagerHasItsDirector() throws {
    let house = try TestHouse()
    try house.customer("苏州观澜包装有限公司", in: .library(of: .zhang))
    let mine = try house.customer(in: .library(of: .li))
    try house.rename(mine, "苏州观澜包装有限公司", by: .li)
    try house.set("2026-12-01 00:00")
    try house.tick()
    XCTAssertEqual(try house.alerts(of: .director).map(\.kind), [.judgeLate])
  }

  /// What made it unprotected is taken away or changed back: it is protected again; one that collides by something else
  /// still is not.
  func testChangedBackItIsProtectedAgain() throws {
    for field in [AVField.licenceName, .invoiceTitle] {
      for value in ["", "苏州观澜包装有限公司"] {
        let house = try TestHouse()
        let customer = try house.customer(in: .library(of: .zhang))
        let other = try house.customer(in: .library(of: .li))
        let name = try house.view(other, as: .li).customer.name
        try house.change(customer) { $0.av = [field: name] }
        XCTAssertTrue(try house.isUnprotected(customer))
        try house.change(customer) { $0.remark = "来电" }
        XCTAssertTrue(try house.isUnprotected(customer), "nothing of it changed")
        try house.change(customer) { $0.av = [field: value] }
        XCTAssertFalse(try house.isUnprotected(customer), "\(field) \(value)")
      }
    }
  }
}
