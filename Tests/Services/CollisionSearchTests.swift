import Domain
import Storage
import TestSupport
import XCTest

@testable import Services

/// What the collision check finds, by name and by number (R5.1 to R5.3).
final class CollisionSearchTests: CollisionLookCase {
  // MARK: names

  func testNothingKnownMayBeEntered() throws {
    let house = try TestHouse()
    try house.customer(in: .sea)
    let look = try look(house, known, phones: ["13912345678"])
    XCTAssertEqual(look.verdict, .mayEnter)
    XCTAssertEqual(look.hits, [])
    XCTAssertEqual(look.terms.count, 2)
  }

  func testANameIsFoundByItsKeyAndByAPartOfIt() throws {
    let house = try TestHouse()
    let same = try house.customer(known, in: .library(of: .li))
    let part = try house.customer("苏州日东精密电子科技城有限公司", in: .library(of: .li))
    assertHits(
      try look(house, "蘇州日東精密電子有限公司"),
      [(same, .mayNotFollow, "held", [.name]), (part, .judge, "held", [.substring])])
    assertHits(
      try look(house, "昆山日东精密电子商行"),
      [(same, .mayNotFollow, "held", [.key]), (part, .judge, "held", [.substring])])
    assertHits(
      try look(house, "苏州日东精密电子贸易有限公司").first(1), [(same, .judge, "stripped_key", [.key])])
  }

  /// R5.2: a mere part hinders nobody.
  func testAPartAloneMayBeEntered() throws {
    let house = try TestHouse()
    let part = try house.customer("苏州日东精密电子科技城有限公司", in: .library(of: .li))
    let look = try look(house, known)
    assertHits(look, [(part, .judge, "held", [.substring])])
    XCTAssertEqual(look.verdict, .mayEnter)
    XCTAssertNoThrow(try house.enter(house.form(known), by: .zhang))
  }

  /// R5.2: rdjm finds 日东精密.
  func testLettersFindInitials() throws {
    let house = try TestHouse()
    let customer = try house.customer(known, in: .sea)
    assertHits(try look(house, "rdjm"), [(customer, .mayPick, "in_the_sea", [.pinyin])])
    assertHits(try look(house, "RDJM"), [(customer, .mayPick, "in_the_sea", [.pinyin])])
    assertHits(try look(house, "rdjx"), [])
  }

  /// R5.1: a bare trade or industry word is for support to judge, in the sea as well.
  func testABareWordIsJudged() throws {
    let house = try TestHouse()
    let held = try house.customer("苏州精密机械有限公司", in: .library(of: .li))
    let sea = try house.customer("南京精密机械有限公司", in: .sea)
    assertHits(
      try look(house, "无锡精密机械有限公司"),
      [(held, .judge, "weak_key", [.key]), (sea, .judge, "weak_key", [.key])])
    XCTAssertEqual(try look(house, "无锡精密机械有限公司").verdict, .judge)
  }

  /// R5.2: the area leaves names of other areas out, and only where it is asked for.
  func testAnAreaNarrowsNames() throws {
    let house = try TestHouse()
    let customer = try house.customer(known, in: .sea)
    XCTAssertEqual(try look(house, "昆山日东精密电子商行").hits.map(\.customer), [customer])
    XCTAssertEqual(try look(house, "昆山日东精密电子商行", area: "0512").hits.map(\.customer), [customer])
    XCTAssertEqual(try look(house, "昆山日东精密电子商行", area: "010").hits.map(\.customer), [])
    XCTAssertEqual(try look(house, known, area: "010").hits.map(\.customer), [customer])
  }

  // MARK: numbers

  /// R5.3: in any form, by any of its numbers.
  func testANumberIsFoundInAnyForm() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .sea, phone: "0512-60010001 转 8001 13800010001")
    for number in ["0512 6001 0001", "+86-512-60010001", "（０５１２）６００１０００１", "138-0001-0001"] {
      assertHits(
        try look(house, phones: [number]), [(customer, .mayPick, "in_the_sea", [.number])])
    }
    assertHits(
      try look(house, phones: ["0512-60010001", "13800010001"]),
      [(customer, .mayPick, "in_the_sea", [.number])])
    assertHits(try look(house, phones: ["0512-60010002", "010-60010001"]), [])
  }

  /// R5.3: whose number it is may be asked where names are asked for.
  func testANameWithoutLettersIsReadAsNumbers() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .sea, phone: "0512-60010001 13800010001")
    for number in ["13800010001", "138-0001-0001", "+86 (512) 6001 0001", "１３８０００１０００１"] {
      let look = try look(house, number)
      assertHits(look, [(customer, .mayPick, "in_the_sea", [.number])])
      XCTAssertNil(look.terms.company, number)
    }
    XCTAssertEqual(try look(house, "13800010002").terms.numbers.count, 1)
  }

  /// R5.9: what is wrong with a field is known before anything is entered.
  func testWhatIsWrongWithAField() throws {
    let tables = try TestHouse().rules.tables
    for (query, problem) in [
      (CollisionQuery(name: "13800010002"), .invalidField("name", .unreadable)),
      (CollisionQuery(name: "12345"), .invalidField("name", .unreadable)),
      (CollisionQuery(name: "贸易有限公司"), .invalidField("name", .saysNothing)),
      (CollisionQuery(name: known, mobiles: ["x"]), .invalidField("mobile", .notANumber)),
      (CollisionQuery(name: known, phones: ["0512-60010001"]), nil), (CollisionQuery(name: "3M中国"), nil),
    ] as [(CollisionQuery, Refusal?)] {
      XCTAssertEqual(query.problem(tables), problem, query.name)
    }
  }

  /// R5.3: a WeChat id is found like a number, by whatever width and case; a mobile that serves as one, as that mobile.
  func testAWeChatIDIsFoundLikeANumber() throws {
    let house = try TestHouse()
    var form = house.form(phone: "13800010001")
    form.wechats = ["Ri_Dong-2026"]
    let customer = try house.enter(form, by: .li)
    let hits = { (id: String) in
      try CollisionLook.read(
        CollisionQuery(wechats: [id]), by: house.id(.zhang), at: house.now, in: house.house)
    }
    for id in ["ri_dong-2026", " ＲＩ＿ＤＯＮＧ－２０２６", "13800010001"] {
      assertHits(try hits(id), [(customer, .mayNotFollow, "held", [.number])])
    }
    assertHits(try hits("ridong2026"), [])
    var other = house.form()
    other.wechats = ["RI_DONG-2026"]
    XCTAssertEqual(
      try assertCollides(leaves: house) { try house.enter(other, by: .zhang) }.hits.map(\.matched),
      ["ri_dong-2026"])
  }

  /// R5.3: without its area a landline may be that of any area.
  func testALandlineWithoutItsAreaIsJudged() throws {
    let house = try TestHouse()
    let suzhou = try house.customer(in: .sea, phone: "0512-60010001")
    let beijing = try house.customer(in: .sea, phone: "010-60010001")
    try house.customer(in: .sea, phone: "0512-66001001")
    assertHits(
      try look(house, phones: ["60010001"]),
      [(suzhou, .judge, "unknown_area", [.number]), (beijing, .judge, "unknown_area", [.number])])
    assertHits(
      try look(house, phones: ["60010001"], area: "010"), [(beijing, .mayPick, "in_the_sea", [.number])])
  }

  /// R5.3: numbers that tell of nobody for sure.
  func testNumbersThatTellLittleAreJudged() throws {
    let house = try TestHouse()
    let service = try house.customer(in: .library(of: .li), phone: "400-600-1234")
    assertHits(
      try look(house, phones: ["4006001234"]), [(service, .judge, "service_number", [.number])])

    let dead = try house.customer(in: .library(of: .li), phone: "0512-60010001 13800010001")
    try house.write(NoteEntry(outcome: .deadNumber, number: "051260010001"), on: dead, by: .li)
    assertHits(
      try look(house, phones: ["0512-60010001"]), [(dead, .judge, "dead_number", [.number])])
    assertHits(
      try look(house, phones: ["0512-60010001", "13800010001"]),
      [(dead, .mayNotFollow, "held", [.number])])
  }

  func testASwitchboardSharedByManyIsJudged() throws {
    let house = try TestHouse()
    let customers = try house.customers(5, in: .sea)
    for (count, customer) in customers.enumerated() {
      let verdict = try look(house, phones: ["0512-66660000"]).verdict
      XCTAssertEqual(verdict, count == 0 ? .mayEnter : .mayPick)
      try house.store().connection.run(
        """
        INSERT INTO number (customer, use, display, dialled, masked, collision_key, mark)
        VALUES (?, 'phone', '0512-6666 0000', '051266660000', '', '+8651266660000', 'good')
        """, [customer])
    }
    let look = try look(house, phones: ["0512-66660000"])
    XCTAssertEqual(look.hits.map(\.reason), customers.map { _ in .doubtful(.sharedNumber) })
    XCTAssertEqual(look.verdict, .judge)
  }

  /// R6.3: it holds for the number in the whole house.
  func testANumberNotToBeCalledMayNotBeFollowed() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang), phone: "0512-60010001 13800010001")
    try house.write(NoteEntry(outcome: .doNotCall, number: "051260010001"), on: customer, by: .zhang)
    assertHits(
      try look(house, phones: ["0512-60010001"]), [(customer, .mayNotFollow, "do_not_call", [.number])])
  }
}

extension CollisionLook {
  fileprivate func first(_ count: Int) -> CollisionLook {
    CollisionLook(terms: terms, hits: Array(hits.prefix(count)), hasMore: hasMore)
  }
}
