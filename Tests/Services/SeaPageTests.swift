import Domain
import Services
import TestSupport
import XCTest

/// The sea as somebody looks for a customer in it (R5.10), and what is known against picking what he finds.
final class SeaPageTests: XCTestCase {
  private func sea() throws -> TestHouse {
    let house = try TestHouse()
    let rows = [
      "苏州日东精密电子有限公司,0512-60000001,江苏省苏州市潮声路1号,精密电子,B",
      "昆山日东塑料制品有限公司,0512-60000002,江苏省昆山市潮声路2号,塑料制品,C",
      "苏州云起工程塑料有限公司,0512-60000003,江苏省苏州市潮声路3号,工程塑料,A",
      "无锡拾光纺织有限公司,0510-60000004,江苏省无锡市潮声路4号,纺织,0",
    ]
    for row in rows {
      try house.importRows([row], heading: "公司名称,固定电话,经营地址,行业,意向级别")
      house.pass(minutes: 10)
    }
    return house
  }

  /// The trade names of what is found, in the order of the page.
  private func found(
    in house: TestHouse, limit: Int = 50, after: SeaCursor? = nil, _ set: (inout SeaTerms) -> Void = { _ in }
  ) throws -> [String] {
    var terms = SeaTerms()
    set(&terms)
    let page = try SeaPage.read(
      terms, after: after, limit: limit, by: house.id(.zhang), at: house.now, in: house.house)
    return page.rows.map { String($0.name.dropFirst(2).prefix(2)) }
  }

  func testTheNewestReleaseComesFirstOrTheOldest() throws {
    let house = try sea()
    XCTAssertEqual(try found(in: house), ["拾光", "云起", "日东", "日东"])
    XCTAssertEqual(try found(in: house) { $0.isOldestFirst = true }, ["日东", "日东", "云起", "拾光"])
  }

  func testPagesFollowEachOtherBothWays() throws {
    let house = try sea()
    for isOldestFirst in [false, true] {
      var terms = SeaTerms()
      terms.isOldestFirst = isOldestFirst
      var (seen, cursor): ([CustomerID], SeaCursor?) = ([], nil)
      repeat {
        let page = try SeaPage.read(
          terms, after: cursor, limit: 3, by: house.id(.zhang), at: house.now, in: house.house)
        seen += page.rows.map(\.id)
        cursor = page.next
      } while cursor != nil
      XCTAssertEqual(seen.map(\.value), isOldestFirst ? [1, 2, 3, 4] : [4, 3, 2, 1])
    }
  }

  func testPartsOfAnIndustryAndAPlaceAreEnough() throws {
    let house = try sea()
    XCTAssertEqual(try found(in: house) { $0.industry = "塑料" }, ["云起", "日东"])
    XCTAssertEqual(try found(in: house) { $0.place = "昆山" }, ["日东"])
    XCTAssertEqual(try found(in: house) { ($0.industry, $0.place) = ("塑料", "苏州") }, ["云起"])
    XCTAssertEqual(try found(in: house) { $0.industry = "船舶" }, [])
  }

  /// Parts of tags, with anything else, and only of customers in the sea; however many have them.
  func testTagsNarrowWithAllElse() throws {
    let house = try sea()
    for (id, tags) in [(1, ["展会", "出口"]), (2, ["展厅"]), (4, ["展会"])] {
      try house.pick(CustomerID(Int64(id)), by: .zhang)
      try house.change(CustomerID(Int64(id))) { $0.tags = tags.map { TagChange($0, isOn: true) } }
      if id != 4 { try house.release(CustomerID(Int64(id)), by: .zhang) }
      house.pass(minutes: 2)
    }
    for limit in [1, 50] {
      func found(_ tags: [String], _ text: String = "") throws -> [String] {
        try self.found(in: house, limit: limit) { ($0.tags, $0.text) = (tags, text) }
      }
      XCTAssertEqual(try found(["展会"]), ["日东"], "what is held is not in the sea")
      XCTAssertEqual(try found(["展"]).count, min(limit, 2))
      XCTAssertEqual(try found(["展", "出口"]), ["日东"])
      XCTAssertEqual(try found(["展厅"], "昆山"), ["日东"])
      XCTAssertEqual(try found(["展厅"], "苏州"), [])
      XCTAssertEqual(try found(["没有"]), [])
    }
    var terms = SeaTerms()
    terms.tags = ["展"]
    XCTAssertEqual(try SeaPage.count(terms, cap: 10, by: house.id(.zhang), in: house.house), 2)
    XCTAssertEqual(try house.view(CustomerID(1), as: .li).tags, ["出口", "展会"], "its outline tells them")
  }

  func testAnyOfSeveralLevelsNewestFirst() throws {
    let house = try sea()
    XCTAssertEqual(try found(in: house) { $0.intents = ["A", "B"] }, ["云起", "日东"])
    XCTAssertEqual(try found(in: house) { $0.intents = ["0"] }, ["拾光"])
    XCTAssertEqual(try found(in: house, limit: 1) { $0.intents = ["C", "B"] }, ["日东"])
    XCTAssertEqual(try found(in: house) { ($0.intents, $0.text) = (["A", "B"], "日东") }, ["日东"])
  }

  func testWhoHeldItLastByPartOfANameOfDepartmentOrPerson() throws {
    let house = try sea()
    for (id, who) in [(1, TestHouse.Who.li), (2, .zhang)] {
      try house.pick(CustomerID(Int64(id)), by: who)
      house.pass(minutes: 1)
      try house.release(CustomerID(Int64(id)), by: who)
    }
    house.pass(minutes: 2)
    XCTAssertEqual(try found(in: house) { $0.former = "二部" }.count, 1)
    XCTAssertEqual(try found(in: house) { $0.former = "部" }.count, 2)
    XCTAssertEqual(try found(in: house) { $0.former = "小满" }, ["日东"])
    XCTAssertEqual(try found(in: house) { $0.former = "九部" }, [])
    XCTAssertEqual(try found(in: house) { $0.isFromOwnDepartment = true }.count, 1)
    XCTAssertEqual(try found(in: house) { ($0.isFromOwnDepartment, $0.former) = (true, "二部") }, [])
  }

  func testWhoWasNeverCalled() throws {
    let house = try sea()
    try house.pick(CustomerID(1), by: .li)
    try house.note(CustomerID(1), by: .li)
    try house.release(CustomerID(1), by: .li)
    XCTAssertEqual(try found(in: house) { $0.isUncalled = true }, ["拾光", "云起", "日东"])
  }

  func testAWholeNumberFindsItsCustomer() throws {
    let house = try sea()
    XCTAssertEqual(try found(in: house) { $0.text = "0510 6000 0004" }, ["拾光"])
  }

  func testCountsStopAtTheirCap() throws {
    let house = try sea()
    func count(_ cap: Int, _ set: (inout SeaTerms) -> Void) throws -> Int {
      var terms = SeaTerms()
      set(&terms)
      return try SeaPage.count(terms, cap: cap, by: house.id(.zhang), in: house.house)
    }
    XCTAssertEqual(try count(10) { _ in }, 4)
    XCTAssertEqual(try count(3) { _ in }, 3)
    XCTAssertEqual(try count(10) { $0.text = "日东" }, 2)
    XCTAssertEqual(try count(2) { $0.intents = ["A", "B", "C"] }, 2)
    XCTAssertEqual(try count(10) { $0.former = "nobody" }, 0)
  }

  // MARK: what stands against a pick

  func testObstaclesAreKnownBeforeAnybodyPicks() throws {
    let house = try TestHouse(Policy.channel(["cool_down": 15]))
    let customers = try house.customers(4, in: .library(of: .zhang))
    let others = try house.customers(2, in: .library(of: .li))
    let number = try house.view(customers[1]).numbers[0].dialled
    try house.write(NoteEntry(outcome: .doNotCall, number: number), on: customers[1], by: .zhang)
    for customer in customers.prefix(3) { try house.release(customer, by: .zhang) }
    try house.release(others[0], by: .li)
    func obstacles(for who: TestHouse.Who) throws -> [CustomerID: Obstacle] {
      try SeaNews.read(
        of: customers + others, since: nil, SeaTerms(), by: house.id(who), at: house.now, in: house.house
      ).obstacles
    }
    let free = house.calendar.day(of: house.now) + 16
    var known = try obstacles(for: .zhang)
    XCTAssertEqual(known[customers[0]], .refused(.coolingDown(until: free)))
    XCTAssertEqual(known[customers[3]], .refused(.held(by: try house.holder(.zhang), since: house.now)))
    XCTAssertEqual(
      known[others[0]], .refused(.undoPending(by: try house.holder(.li), until: house.now + 60)))
    house.pass(minutes: 2)
    known = try obstacles(for: .li)
    XCTAssertNil(known[customers[0]])
    XCTAssertEqual(known[customers[1]], .doNotCall)
  }

  func testNewcomersAreCounted() throws {
    let house = try sea()
    let terms = SeaTerms()
    let page = try SeaPage.read(
      terms, after: nil, limit: 50, by: house.id(.zhang), at: house.now, in: house.house)
    func newcomers() throws -> Int {
      try SeaNews.read(
        of: [], since: page.rows.first?.cursor, terms, by: house.id(.zhang), at: house.now, in: house.house
      ).newcomers
    }
    XCTAssertEqual(try newcomers(), 0)
    _ = try house.customers(2, in: .sea)
    XCTAssertEqual(try newcomers(), 2)
  }

  // MARK: the outlook

  func testTheOutlookSaysWhatTheGateWould() throws {
    let house = try TestHouse(Policy.channel(["capacity": 1]))
    let customer = try house.customer(in: .sea)
    func outlook() throws -> PickOutlook {
      try PickOutlook.read(customer, by: house.id(.zhang), at: house.now, in: house.house)
    }
    XCTAssertNil(try outlook().refusal)
    XCTAssertEqual(try outlook().standing.map { house.calendar.dueText($0.effectiveDue) }, "2026-12-26 24:00")
    try house.customer(in: .library(of: .zhang))
    XCTAssertEqual(try outlook().refusal, .libraryFull(held: 1, capacity: 1))
    XCTAssertEqual(try outlook().findings.filter { $0.refusal != nil }.map(\.requirement), [.room])
    try house.pick(customer, by: .li)
    XCTAssertEqual(try outlook().refusal, .held(by: try house.holder(.li), since: house.now))
  }

  func testWhoMayNotPickIsToldSo() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .sea)
    try assertRefused(.notAllowed(.pick), leaves: house) {
      _ = try PickOutlook.read(customer, by: house.id(.support), at: house.now, in: house.house)
    }
  }
}
