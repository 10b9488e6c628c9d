import Domain
import Services
import Storage
import TestSupport
import XCTest

/// What is to be done for customers (R10.5).
final class TaskTests: XCTestCase {
  @discardableResult
  private func add(
    _ house: TestHouse, _ subject: String, for customer: CustomerID, due: Instant? = nil,
    helpers: [TestHouse.Who] = [], by who: TestHouse.Who = .zhang
  ) throws -> CustomerTask {
    try AddTask(TaskContent(subject: subject, due: due), for: customer, helpers: helpers.map(house.id))
      .perform(
        by: house.id(who), at: house.now, in: house.house)
  }

  @discardableResult
  private func change(
    _ house: TestHouse, _ task: CustomerTask, by who: TestHouse.Who = .zhang,
    _ edit: (inout TaskChange) -> Void
  ) throws -> CustomerTask {
    var change = TaskChange()
    edit(&change)
    return try ChangeTask(task.id, change).perform(by: house.id(who), at: house.now, in: house.house)
  }

  private func list(_ house: TestHouse, of who: TestHouse.Who, over: Bool = false) throws -> [String] {
    try TaskList.read(by: house.id(who), over: over, at: house.now, in: house.house).map(\.content.subject)
  }

  private func told(_ house: TestHouse, _ who: TestHouse.Who) throws -> [AlertKind] {
    try house.alerts(of: who).map(\.kind).reversed()
  }

  /// R10.5: helpers are told of every change, and nobody else is.
  func testHelpersAreToldOfEveryChange() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let task = try add(house, "送样", for: customer, helpers: [.li, .zhang, .li])
    XCTAssertEqual(task.helpers, [try house.holder(.li)], "the holder does not help himself")
    try change(house, task) { $0.cost = Amount(fen: 3000) }
    try change(house, task) { $0.cost = Amount(fen: 3000) }
    try change(house, task) { $0.helpers = [house.id(.support): true] }
    try change(house, task, by: .li) { $0.stage = .done }
    XCTAssertEqual(try told(house, .li), [.taskAdded, .taskChanged, .taskChanged])
    XCTAssertEqual(try told(house, .support), [.taskChanged, .taskOver])
    XCTAssertEqual(try told(house, .zhang), [.taskOver], "his own changes he knows")
    XCTAssertEqual(try told(house, .manager), [])
    XCTAssertEqual(try house.alerts(of: .li).map(\.remark), ["送样", "送样", "送样"])
    try change(house, task) { $0.helpers = [house.id(.li): false] }
    XCTAssertEqual(try told(house, .li).last, .taskOver)
    XCTAssertEqual(try house.view(customer).tasks.first?.helpers, [try house.holder(.support)])
  }

  func testATaskIsOfWhoeverHoldsTheCustomer() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let other = try house.customer(in: .library(of: .li))
    try add(house, "送样", for: customer, helpers: [.support])
    try add(house, "回访", for: other, by: .li)
    XCTAssertEqual(try list(house, of: .zhang), ["送样"])
    try house.transfer(customer, to: .li, by: .director)
    XCTAssertEqual(try list(house, of: .zhang), [])
    XCTAssertEqual(try list(house, of: .li), ["送样", "回访"], "R4.17: tasks move")
    XCTAssertEqual(try list(house, of: .support), ["送样"])
    XCTAssertEqual(try house.view(customer, as: .li).tasks.map(\.owner), [try house.holder(.li)])
    try house.release(customer, by: .li)
    XCTAssertEqual(try house.view(customer, as: .li).tasks, [], "R2.2")
  }

  func testTheListIsInTheOrderOfTheDue() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    for (subject, hours) in [("晚", 48), ("无期", 0), ("早", 24)] {
      try add(house, subject, for: customer, due: hours == 0 ? nil : house.now + Int64(hours * 3600))
    }
    let over = try add(house, "做完", for: customer)
    try change(house, over) { $0.stage = .done }
    XCTAssertEqual(try list(house, of: .zhang), ["早", "晚", "无期"])
    XCTAssertEqual(try list(house, of: .zhang, over: true), ["做完"])
    XCTAssertEqual(try house.view(customer).tasks.map(\.content.subject), ["早", "无期", "晚", "做完"])
  }

  func testWhatChangedIsOnRecord() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let task = try add(house, "送样", for: customer)
    try change(house, task, by: .manager) { $0.stage = .doing }
    try change(house, task) { $0.stage = .doing }
    let events = try house.view(customer).events
    XCTAssertEqual(events.map(\.act), [.task, .task], "what changes nothing leaves nothing")
    XCTAssertEqual(events.first?.text, "送样")
    XCTAssertEqual(
      events.first?.changes, [FieldChange(field: "task_stage", before: "open", after: "doing")])
  }

  func testBadTasksChangeNothing() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let task = try add(house, "送样", for: customer, due: house.now + 60, helpers: [.support])
    house.pass(hours: 1)
    try change(house, task) { $0.product = "外贸站" }
    let cases: [(Refusal, (inout TaskChange) -> Void)] = [
      (.invalidField("subject", .missing), { $0.subject = " " }),
      (.invalidField("subject", .tooLong), { $0.subject = String(repeating: "长", count: 67) }),
      (.invalidField("product", .controlCharacters), { $0.product = "\u{1B}[2J" }),
      (.invalidField("due", .past), { $0.due = house.now }),
    ]
    for (refusal, edit) in cases {
      try assertRefused(refusal, leaves: house) { try change(house, task, edit) }
    }
    try assertRefused(.notHeld, leaves: house) { try change(house, task, by: .li) { $0.stage = .done } }
    try assertRefused(.notHeld, leaves: house) { try add(house, "x", for: customer, by: .li) }
    let inSea = try house.customer(in: .sea)
    try assertRefused(.notHeld, leaves: house) { try add(house, "x", for: inSea) }
    try assertRefused(.unknownTask("99"), leaves: house) {
      try ChangeTask(TaskID(99), TaskChange()).perform(by: house.id(.zhang), at: house.now, in: house.house)
    }
  }
}
