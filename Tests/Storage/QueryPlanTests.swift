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

  // MARK: look-ups

  func testNumbersAndNamesAreLookedUpInTheirIndexAlone() throws {
    let number = try plan(with: "FROM number") { _ = try $0.numbers.customers(withKey: "+86", limit: 5) }
    XCTAssertTrue(number.covers("number_key") && !number.sorts, "\(number)")
    let name = try plan(with: "folded = ?") { _ = try $0.customers.named(folded: "x", limit: 5) }
    XCTAssertTrue(name.covers("customer_folded") && !name.sorts, "\(name)")
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
      _ = try $0.customers.contacts(of: id)
      _ = try $0.notes.list(of: id, limit: 20)
      _ = try $0.notes.renewals(
        of: Opportunity(
          id: OpportunityID(1), customer: id, holder: PersonID(1), policy: "channel", wayIn: .picked,
          enteredAt: Instant(seconds: 0)))
      _ = try $0.opportunities.open(of: id)
      _ = try $0.opportunities.holdings(of: id, limit: 5)
      _ = try $0.events.list(of: id, limit: 20)
    }
    XCTAssertEqual(plans.count, 8)
    for plan in plans { XCTAssertFalse(plan.sorts || plan.readsAWholeTable, "\(plan)") }
  }
}
