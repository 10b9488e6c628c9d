import Domain
import Services
import TestSupport
import XCTest

/// House accounts and blocked names (R3.12).
final class HouseListTests: XCTestCase {
  // MARK: house accounts

  func testAHouseAccountIsNeverReleasedNorWarnedAbout() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.mark(houseAccount: true, customer)
    XCTAssertNil(try house.due(customer))
    try house.tick(through: "2027-02-01 10:00")
    XCTAssertEqual(try house.view(customer).holder, try house.holder(.zhang))
    XCTAssertEqual(try house.alerts(of: .zhang).count, 0)
    XCTAssertEqual(try house.library(of: .zhang).held, 1, "it takes its slot")
  }

  /// R3.12: released by nothing, neither by hand, nor by a swap or an entry in its place; what is no house account is.
  func testItIsReleasedByNothing() throws {
    let house = try TestHouse()
    let (customer, other) = (
      try house.customer(in: .library(of: .zhang)), try house.customer(in: .library(of: .zhang))
    )
    let new = try house.customer(in: .sea)
    try house.mark(houseAccount: true, customer)
    for who in [TestHouse.Who.zhang, .manager, .director] {
      try assertRefused(.houseAccount, leaves: house) { try house.release(customer, by: who) }
    }
    try assertRefused(.houseAccount, leaves: house) { try house.swap(customer, for: new, by: .zhang) }
    try assertRefused(.houseAccount, leaves: house) {
      try EnterCustomer(house.form(), releasing: customer).perform(
        by: house.id(.zhang), at: house.now, in: house.house)
    }
    XCTAssertNoThrow(try house.swap(other, for: new, by: .zhang))
    try house.mark(houseAccount: false, customer)
    XCTAssertNoThrow(try house.release(customer, by: .zhang))
  }

  /// The signing of its pair passes, and it stays (R3.10).
  func testItStaysWhereItsPairSigns() throws {
    for isHouseAccount in [true, false] {
      let house = try TestHouse()
      let customer = try house.customer(in: .library(of: .zhang))
      let person = try house.person()
      try house.pair(customer, person)
      try house.mark(houseAccount: isHouseAccount, person)
      try house.confirm(house.order(customer))
      XCTAssertEqual(try house.view(customer).customer.state, .signed)
      XCTAssertEqual(
        try house.view(person, as: .director).holder, isHouseAccount ? try house.holder(.zhang) : nil)
    }
  }

  /// Of two that are merged the house account's holding goes on; where the other has to, nothing is merged.
  func testItStaysWhereItIsMerged() throws {
    let house = try TestHouse()
    let (older, other) = (
      try house.customer(in: .library(of: .li)), try house.customer(in: .library(of: .zhang))
    )
    try house.mark(houseAccount: true, other)
    XCTAssertEqual(try house.merge(older, other), older)
    let view = try house.view(older)
    XCTAssertEqual(view.holder, try house.holder(.zhang))
    XCTAssertTrue(view.customer.isHouseAccount)
    let third = try house.customer(in: .library(of: .li))
    try house.mark(houseAccount: true, third)
    try assertRefused(.houseAccount, leaves: house) { try house.merge(older, third) }
  }

  /// R3.12: a blocked name stays blocked through a merge, whichever of the two has it.
  func testABlockedNameStaysBlockedThroughAMerge() throws {
    for isOlder in [false, true] {
      let house = try TestHouse()
      let (one, other) = (try house.customer(in: .sea), try house.customer(in: .sea))
      try house.block(house.view(isOlder ? one : other, as: .director).customer.name)
      try house.merge(one, other)
      try assertRefused(.blocked, leaves: house) { try house.pick(one, by: .zhang) }
      try assertRefused(.blocked, leaves: house) { try house.transfer(one, to: .zhang) }
    }
    let house = try TestHouse()
    let (one, other) = (try house.customer(in: .sea), try house.customer(in: .sea))
    try house.merge(one, other)
    XCTAssertNoThrow(try house.pick(one, by: .zhang), "nothing of it is blocked")
  }

  func testTheClockResumesWhenItIsDropped() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.mark(houseAccount: true, customer)
    try house.set("2026-12-10 10:00")
    try house.mark(houseAccount: false, customer)
    XCTAssertEqual(try house.due(customer), "2026-12-26 24:00", "as if nothing had been")
    try house.tick(through: "2026-12-27 00:00")
    XCTAssertEqual(try house.lastEnd(customer)?.reason, .flowedBack(clocks: ["note"]))
  }

  /// One whose time went by is warned first (R4.7); one that was warned before keeps to the end of the next desk day.
  func testItIsNotOverAsOfADayOnWhichItWasAHouseAccount() throws {
    for warnedBefore in [false, true] {
      let house = try TestHouse()
      let customer = try house.customer(in: .library(of: .zhang))
      if warnedBefore { try house.tick(through: "2026-12-25 10:00") }
      try house.mark(houseAccount: true, customer)
      try house.set("2027-02-01 10:00")
      try house.mark(houseAccount: false, customer)
      try house.tick()
      XCTAssertEqual(try house.due(customer), "2027-02-02 24:00")
      try house.tick(through: "2027-02-03 00:00")
      XCTAssertEqual(try house.lastEnd(customer)?.at, "2027-02-02 24:00")
    }
  }

  func testBothAreRecorded() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.mark(houseAccount: true, customer)
    let event = try XCTUnwrap(
      try Reading.audit(of: customer, limit: 1, by: house.id(.admin), in: house.house).first)
    XCTAssertEqual(event.act, "keep_house_accounts")
    XCTAssertTrue(event.detail.contains(#""house_account":{"after":"true","before":"false"}"#), event.detail)
  }

  // MARK: blocked names

  func testABlockedNameIsNeitherPickedNorEnteredNorImported() throws {
    let house = try TestHouse()
    let customer = try house.customer("苏州对手精密机械有限公司", in: .sea)
    try house.block("苏州对手精密机械有限公司")
    try assertRefused(.blocked, leaves: house) { try house.pick(customer, by: .zhang) }
    let own = try house.customer(in: .library(of: .zhang))
    try assertRefused(.blocked, leaves: house) { try house.swap(own, for: customer, by: .zhang) }
    try house.block("上海黑名单贸易有限公司")
    try assertRefused(.blocked, leaves: house) {
      try house.enter(house.form("上海黑名单贸易有限公司"), by: .li)
    }
    for isDryRun in [true, false] {
      var refusals: [RowRefusal] = []
      let row = "上海黑名单贸易有限公司,021-60000001,上海"
      let report = try house.importRows([row], isDryRun: isDryRun) { refusals.append($0) }
      XCTAssertEqual(report.entered, 0)
      guard case .rule(.blocked)? = refusals.first else { return XCTFail("\(refusals)") }
    }
  }

  /// Width, case and script make no other name of it (R5.2).
  func testHoweverItIsWritten() throws {
    let house = try TestHouse()
    try house.block("苏州ABC电子有限公司")
    for name in ["苏州ａｂｃ电子有限公司", "蘇州ABC電子有限公司", " 苏州 abc 电子有限公司"] {
      assertRefused(.blocked) { try house.enter(house.form(name), by: .zhang) }
    }
    XCTAssertNoThrow(try house.enter(house.form("苏州ABCD电子有限公司"), by: .zhang))
    // R3.12: by any name of it, a former or a second one too.
    for name in ["昆山启航科技有限公司(原苏州ABC电子有限公司)", "昆山启航科技有限公司/苏州ABC电子有限公司"] {
      assertRefused(.blocked) { try house.enter(house.form(name), by: .zhang) }
    }
    XCTAssertNoThrow(try house.enter(house.form("昆山启航科技有限公司(原苏州ABE电子有限公司)"), by: .zhang))
  }

  func testItIsFreeAgainWhenItIsDropped() throws {
    let house = try TestHouse()
    let customer = try house.customer("苏州对手精密机械有限公司", in: .sea)
    try house.block("苏州对手精密机械有限公司")
    try assertRefused(.blocked, leaves: house) { try house.block("苏州对手精密机械有限公司") }
    try house.block("苏州对手精密机械有限公司", false)
    XCTAssertNoThrow(try house.pick(customer, by: .zhang))
    try assertRefused(.invalidField("name", .unknown), leaves: house) {
      try house.block("苏州对手精密机械有限公司", false)
    }
  }

  func testANameMustBeOne() throws {
    let house = try TestHouse()
    for (name, problem) in [
      ("", Refusal.Problem.missing), ("  ", .missing), ("！？", .unreadable),
      (String(repeating: "长", count: 101), .tooLong),
    ] {
      try assertRefused(.invalidField("name", problem), leaves: house) { try house.block(name) }
    }
  }

  /// Who holds one already keeps it: the list says who is not picked or entered.
  func testWhatIsHeldStays() throws {
    let house = try TestHouse()
    let customer = try house.customer("苏州对手精密机械有限公司", in: .library(of: .zhang))
    try house.block("苏州对手精密机械有限公司")
    XCTAssertNoThrow(try house.note(customer, by: .zhang))
    try house.release(customer, by: .zhang)
    XCTAssertNoThrow(try house.undo(by: .zhang))
  }
}
