import Domain
import TestSupport
import XCTest

@testable import Storage

/// Growth is flat because every list, look-up and tick goes along an index.
final class QueryPlanTests: XCTestCase {
  private let house = try? TestHouse()

  private func open() throws -> Connection {
    try Connection(path: try XCTUnwrap(house).path, access: .read)
  }

  /// The plans of what is read, by a connection of its own.
  private func plans(_ read: (Store) throws -> Void) throws -> [QueryPlan] {
    let connection = try open()
    try read(Store(connection))
    return try QueryPlan.all(of: connection)
  }

  /// The plan of the only statement that mentions this.
  private func plan(with words: String, _ read: (Store) throws -> Void) throws -> QueryPlan {
    try XCTUnwrap(try plans(read).first { $0.sql.contains(words) })
  }

  // MARK: lists

  func testALibraryIsReadInTheOrderOfItsIndex() throws {
    let plan = try plan(with: "flow_back_at NULLS LAST") {
      _ = try $0.library.rows(of: PersonID(2), overAt: Instant(seconds: 1))
    }
    XCTAssertTrue(plan.uses("customer_library") && !plan.sorts, "\(plan)")
  }

  func testSlotsAreCountedWithoutALookAtTheirCustomers() throws {
    let plan = try plan(with: "count(*)") {
      _ = try $0.opportunities.slotsTaken(by: PersonID(2), overAt: Instant(seconds: 1))
    }
    XCTAssertTrue(plan.covers("customer_library"), "\(plan)")
  }

  func testPagesOfTheSeaFollowItsIndexes() throws {
    var after = SeaQuery()
    after.after = SeaCursor(releasedAt: Instant(seconds: 5), id: CustomerID(1))
    var industry = after
    industry.industries = ["模具"]
    var intent = after
    intent.intents = ["B"]
    var former = after
    former.formers = [SeaQuery.Former(departments: [DepartmentID(1)])]
    var since = after
    since.releasedFrom = Instant(seconds: 1)
    since.releasedBefore = Instant(seconds: 9)
    var oldestFirst = SeaQuery()
    oldestFirst.isOldestFirst = true
    for (query, index) in [
      (SeaQuery(), "customer_sea"), (after, "customer_sea"), (oldestFirst, "customer_sea"),
      (since, "customer_sea"), (industry, "customer_sea_industry"), (intent, "customer_sea_intent"),
      (former, "customer_sea_former"),
    ] {
      let plan = try plan(with: "FROM customer") { _ = try $0.sea.page(query) }
      XCTAssertTrue(plan.uses(index) && !plan.sorts && !plan.readsAWholeTable, "\(plan)")
    }
  }

  func testARareWordLeadsFromTheFullTextIndexToItsCustomers() throws {
    _ = try house?.customer("苏州潮音精密机械有限公司", in: .sea)
    var query = SeaQuery()
    query.words = [SearchWord(folded: "潮音", grams: ["潮音"])]
    let plan = try plan(with: "CROSS JOIN customer") { XCTAssertEqual(try $0.sea.page(query).count, 1) }
    XCTAssertTrue(
      plan.steps.contains { $0.hasPrefix("SCAN customer_grams VIRTUAL TABLE INDEX 0:M") }, "\(plan)")
    XCTAssertTrue(plan.steps.contains("SEARCH customer USING INTEGER PRIMARY KEY (rowid=?)"), "\(plan)")
  }

  /// R5.10: a rare tag leads to its customers; among many that have it the sea is walked in its order.
  func testATagLeadsToItsCustomersOrIsMetOnTheWay() throws {
    let house = try XCTUnwrap(house)
    let tags = try house.store().tags
    for customer in try house.customers(3, in: .sea) {
      XCTAssertTrue(try tags.add("展会", folded: "展会", to: customer))
    }
    var query = SeaQuery()
    query.tags = [["展会"]]
    let rare = try plan(with: "CROSS JOIN customer ON customer.id = tagged.id") {
      XCTAssertEqual(try $0.sea.page(query).count, 3)
    }
    XCTAssertTrue(rare.uses("tag_folded") && !rare.readsAWholeTable, "\(rare)")
    XCTAssertTrue(rare.steps.contains("SEARCH customer USING INTEGER PRIMARY KEY (rowid=?)"), "\(rare)")
    query.limit = 1
    let common = try plan(with: "EXISTS") { XCTAssertEqual(try $0.sea.page(query).count, 1) }
    XCTAssertTrue(common.uses("customer_sea") && !common.sorts && !common.readsAWholeTable, "\(common)")
  }

  // MARK: look-ups

  /// R5.3: each part of the collision check goes along its index.
  func testTheCollisionCheckSeeksInItsIndexes() throws {
    for (index, read) in [
      ("customer_folded", { _ = try $0.named(folded: "x", limit: 5) }),
      ("customer_name_key", { _ = try $0.keyed("x", limit: 5) }),
      ("name_alias_key", { _ = try $0.formerly("x", limit: 5) }),
      ("number_key", { _ = try $0.numbered(NumberKey("+86"), limit: 5) }),
      ("number_local", { _ = try $0.endingIn("60010001", limit: 5) }),
      ("customer_unkeyed", { _ = try $0.unkeyed(limit: 5) }),
      ("customer_unkeyed", { _ = try $0.hasUnkeyed() }),
      ("blocked_name_unkeyed", { _ = try $0.unkeyedBlocked(limit: 5) }),
      ("blocked_name_key", { _ = try $0.blocked(folded: "x", key: "x") }),
    ] as [(String, (Collisions) throws -> Void)] {
      let plans = try plans { try read($0.collisions) }
      XCTAssertTrue(plans.contains { $0.uses(index) }, "\(index): \(plans)")
      for plan in plans { XCTAssertFalse(plan.readsAWholeTable, "\(plan)") }
    }
  }

  func testPartsOfNamesAreSoughtInTheFullTextIndexFirst() throws {
    let word = SearchWord(folded: "日东精密", grams: ["日东", "东精", "精密"])
    for (column, read) in [
      ("folded", { _ = try $0.containing(word, limit: 5) }),
      ("initials", { _ = try $0.withInitials(word, limit: 5) }),
    ] as [(String, (Collisions) throws -> Void)] {
      let plan = try plan(with: "instr(\(column)") { try read($0.collisions) }
      XCTAssertTrue(plan.steps.contains("SEARCH customer USING INTEGER PRIMARY KEY (rowid=?)"), "\(plan)")
    }
  }

  func testReceiptsAreCountedAndFoundByTheirIndex() throws {
    let plan = try plan(with: "max(serial)") { _ = try $0.receipts.nextCode(on: Day(number: 20_000)) }
    XCTAssertTrue(plan.uses("sqlite_autoindex_receipt_1"), "\(plan)")
  }

  func testTheEngineSeeksWhatIsDue() throws {
    let now = Instant(seconds: 1)
    for isReleasing in [true, false] {
      let plan = try plan(with: "wake_at <=") {
        _ = try $0.opportunities.wakeful(at: now, limit: 100, releasing: isReleasing, except: [])
      }
      XCTAssertTrue(plan.uses("customer_wake") && !plan.sorts, "\(plan)")
    }
    let next = try plan(with: "min(wake_at)") { _ = try $0.opportunities.nextWake(after: now) }
    XCTAssertTrue(next.covers("customer_wake"), "\(next)")
  }

  func testACustomerIsReadByItsIndexes() throws {
    let id = CustomerID(1)
    let plans = try plans {
      _ = try $0.customers.find(id)
      _ = try $0.numbers.list(of: id)
      _ = try $0.contacts.list(of: id)
      _ = try $0.profiles.find(id)
      _ = try $0.tags.list(of: id)
      _ = try $0.notes.list(of: id, limit: 20)
      _ = try $0.notes.renewals(
        of: Opportunity(
          id: OpportunityID(1), customer: id, holder: PersonID(1), policy: "channel", wayIn: .picked,
          enteredAt: Instant(seconds: 0)))
      _ = try $0.opportunities.open(of: id)
      _ = try $0.opportunities.holdings(of: id, limit: 5)
      _ = try $0.events.list(of: id, limit: 20)
    }
    XCTAssertEqual(plans.count, 12)
    for plan in plans { XCTAssertFalse(plan.sorts || plan.readsAWholeTable, "\(plan)") }
  }
}
