import Domain
import TestSupport
import XCTest

@testable import Storage

/// What an application keeps for its applicant (R5.8), and how it is found among many.
final class ApplicationTests: XCTestCase {
  private let house = try? TestHouse()

  private func store() throws -> Store { try XCTUnwrap(house).store() }

  private func add(
    _ folded: String, key: String? = nil, numbers: [String] = [], by who: TestHouse.Who = .zhang,
    to store: Store
  ) throws -> ApplicationID {
    let house = try XCTUnwrap(house)
    let entry = Application.Entry(name: folded, landline: "无", fax: "无", address: "苏州", remark: "老客户介绍")
    return try store.applications.add(
      NewApplication(
        by: house.id(who), for: try house.person(who), entry: entry, folded: folded, key: key,
        numberKeys: numbers, receipt: "C1", answerBy: house.calendar.endOfSupportTerm(from: house.now),
        lapsesAt: house.calendar.end(ofDeskDay: 5, after: house.now)),
      at: house.now)
  }

  private func reservations(
    _ folded: String = "", key: String? = nil, numbers: [String] = [], in store: Store
  ) throws -> [Int64] {
    try store.applications.reservations(
      folded: folded, key: key, numberKeys: numbers, at: try XCTUnwrap(house).now
    ).map(\.application.value)
  }

  func testAnOpenOneKeepsItsNameItsKeyAndItsNumbers() throws {
    let store = try store()
    let first = try add("苏州日东精密电子有限公司", key: "日东精密电子", numbers: ["51260010001", "51260010002"], to: store)
    _ = try add("苏州澄湖包装厂", numbers: ["51269990000"], to: store)
    XCTAssertEqual(try reservations("苏州日东精密电子有限公司", in: store), [first.value])
    XCTAssertEqual(try reservations("昆山日东", key: "日东精密电子", in: store), [first.value])
    XCTAssertEqual(try reservations("昆山", numbers: ["1", "51260010002"], in: store), [first.value])
    XCTAssertEqual(try reservations("昆山", key: "澄湖包装", numbers: ["1"], in: store), [])
    let found = try store.applications.reservations(
      folded: "昆山日东", key: "日东精密电子", numberKeys: ["1", "51260010002"], at: try XCTUnwrap(house).now)
    XCTAssertEqual(found.map(\.name), ["苏州日东精密电子有限公司"])
    XCTAssertEqual(found.map(\.isSameName), [false])
    XCTAssertEqual(found.map(\.isSameKey), [true])
    XCTAssertEqual(found.map(\.numberKeys), [["51260010002"]])
  }

  func testTheFirstApplicantComesFirst() throws {
    let store = try store()
    let ids = [try add("甲乙", to: store), try add("丙丁", numbers: ["1"], by: .li, to: store)].map(\.value)
    XCTAssertEqual(try reservations("甲乙", numbers: ["1"], in: store), ids)
    XCTAssertEqual(try store.applications.open(at: XCTUnwrap(house).now).map(\.id.value), ids)
  }

  /// R5.8: to the end of the 2nd desk day after the answer; the moment itself no longer counts.
  func testAnAnswerKeepsItToTheLastMomentOfItsTerm() throws {
    let (store, house) = (try store(), try XCTUnwrap(house))
    let id = try add("甲乙", numbers: ["1"], to: store)
    let expiry = try house.time("2026-12-01 00:00")
    XCTAssertTrue(
      try store.applications.answer(
        id, with: .enter, by: house.id(.support), customer: nil, reason: "", until: expiry, at: house.now))
    for (moment, ids) in [("2026-11-30 23:59", [id.value]), ("2026-12-01 00:00", [])] {
      try house.set(moment)
      XCTAssertEqual(try reservations("甲乙", in: store), ids, moment)
      XCTAssertEqual(try reservations(numbers: ["1"], in: store), ids, moment)
    }
  }

  func testWhatIsOverKeepsNothing() throws {
    let (store, house) = (try store(), try XCTUnwrap(house))
    let ids = try (0..<3).map { try add("甲乙\($0)", numbers: ["\($0)"], to: store) }
    XCTAssertTrue(
      try store.applications.answer(
        ids[0], with: .refused, by: house.id(.support), customer: nil, reason: "不", until: nil, at: house.now)
    )
    try store.applications.close(ids[1], as: .withdrawn, at: house.now)
    XCTAssertTrue(
      try store.applications.answer(
        ids[2], with: .enter, by: house.id(.support), customer: nil, reason: "", until: house.now + 60,
        at: house.now))
    let customer = try house.customer(in: .sea)
    XCTAssertTrue(try store.applications.use(ids[2], for: customer, at: house.now))
    XCTAssertFalse(try store.applications.use(ids[2], for: customer, at: house.now), "single use")
    for index in 0..<3 {
      XCTAssertEqual(try reservations("甲乙\(index)", numbers: ["\(index)"], in: store), [])
    }
  }

  func testWhatIsAnsweredIsAnswered() throws {
    let (store, house) = (try store(), try XCTUnwrap(house))
    let id = try add("甲乙", to: store)
    for expected in [true, false] {
      XCTAssertEqual(
        try store.applications.answer(
          id, with: .refused, by: house.id(.support), customer: nil, reason: "不", until: nil, at: house.now),
        expected)
    }
    XCTAssertThrowsError(try store.connection.run("DELETE FROM application"))
  }

  func testAThousandAreNotLookedThrough() throws {
    let connection = try store().connection
    let store = Store(connection)
    _ = try reservations("甲", key: "乙", numbers: ["1"], in: store)
    let moment = Instant(seconds: 1)
    _ = try store.applications.open(at: moment)
    _ = try store.applications.late(at: moment)
    _ = try store.applications.expired(at: moment)
    _ = try store.applications.find(ApplicationID(1))
    _ = try store.applications.list(of: [PersonID(1), PersonID(2)], limit: 9)
    _ = try store.applications.list(about: CustomerID(1))
    let plans = try QueryPlan.all(of: connection).filter { $0.sql.contains("application") }
    XCTAssertEqual(plans.count, 8)
    for plan in plans { XCTAssertFalse(plan.readsAWholeTable || plan.sorts, "\(plan)") }
  }
}
