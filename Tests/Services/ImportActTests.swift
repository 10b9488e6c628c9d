import Domain
import Services
import TestSupport
import XCTest

/// What an import does to the base (R12.3).
final class ImportActTests: XCTestCase {
  private let rows = [
    "苏州日东精密电子有限公司,0512-60010001,苏州市潮声路1号", "昆山云杉模具厂,0512-60010002,昆山市", ",0512-60010003,苏州",
    "无号厂,,苏州", "错号厂,12,苏州", "无址厂,0512-60010004,", "蘇州日東精密電子有限公司,0512-60010005,苏州",
    "又一厂,(0512)6001-0002,苏州", "太仓听澜厂,0512-60010006,太仓",
  ]

  func testGoodRowsGoInAndWrongOnesAreRefusedOneByOne() throws {
    let house = try TestHouse()
    var refused: [String] = []
    let report = try house.importRows(rows) { refused.append($0.problem) }
    XCTAssertEqual([report.read, report.entered, report.refused], [9, 3, 6])
    XCTAssertEqual(report.reasons, ["invalid_field": 4, "collision": 2])
    XCTAssertEqual(
      refused,
      [
        "name.missing", "landline_or_mobile.missing", "phone.not_a_number", "address.missing", "collision",
        "collision",
      ])
    XCTAssertEqual(try SeaView.read(SeaQuery(), by: house.id(.li), in: house.house).size, 3)
  }

  func testADryRunSaysTheSameAndChangesNothing() throws {
    let house = try TestHouse()
    let before = try BaseDump(house.path).all()
    var refused: [RowRefusal] = []
    let report = try house.importRows(rows, isDryRun: true) { refused.append($0) }
    XCTAssertEqual([report.read, report.entered, report.refused], [9, 3, 6])
    XCTAssertEqual(report.reasons, ["invalid_field": 4, "collision": 2])
    XCTAssertEqual(try BaseDump(house.path).all(), before)
    guard case .twin(let row, _, _) = refused[4] else { return XCTFail("\(refused[4])") }
    XCTAssertEqual(row, 2, "the row of the file it collides with")
  }

  /// A dry run finds collisions inside the file as the check finds them in the house: by name, key and number, with
  /// and without area (R5.1, R5.3, R12.3).
  func testADryRunFindsEveryCollisionInsideTheFile() throws {
    var dice = Dice(seed: 41)
    let names = [
      "苏州日东精密电子有限公司", "昆山日东精密电子股份有限公司", "日东精密电子实业公司", "蘇州日東精密電子有限公司", "日东", "日东有限公司", "贸易有限公司", "云杉模具厂",
      "昆山云杉模具厂", "云杉模具贸易商行", "无锡拾光纺织有限公司", "拾光纺织（无锡）有限公司",
    ]
    let phones = [
      "0512-60010001", "(0512)6001 0001", "60010001", "13800010001", "0510-60010001", "400-820-8820", "95588",
      "0512-60010002转8", "13800010002 0512-60010003", "",
    ]
    let addresses = ["苏州市潮声路1号", "无锡市", "潮声路2号"]
    for round in 0..<25 {
      let rows = (0..<14).compactMap { _ -> String? in
        guard let name = names.randomElement(using: &dice), let phone = phones.randomElement(using: &dice),
          let address = addresses.randomElement(using: &dice)
        else { return nil }
        return "\(name),\(phone),\(address)"
      }
      let house = try TestHouse()
      var (dry, real) = ([String](), [String]())
      let would = try house.importRows(rows, isDryRun: true) { dry.append($0.problem) }
      let did = try house.importRows(rows) { real.append($0.problem) }
      XCTAssertEqual([would.entered, would.refused], [did.entered, did.refused], "round \(round): \(rows)")
      XCTAssertEqual(dry, real, "round \(round): \(rows)")
    }
  }

  /// A mere part of a name keeps nobody out (R5.1).
  func testAPartOfANameIsNoCollision() throws {
    let house = try TestHouse()
    let report = try house.importRows(
      ["苏州日东精密电子有限公司,0512-60010001,苏州", "苏州日东精密电子科技园物业有限公司,0512-60010002,苏州"])
    XCTAssertEqual(report.entered, 2)
  }

  func testImportingAgainRefusesWhatIsKnown() throws {
    let house = try TestHouse()
    try house.importRows(rows)
    let report = try house.importRows(rows)
    XCTAssertEqual([report.entered, report.reasons["collision"] ?? 0], [0, 5])
  }

  func testIntoALibraryWithinItsCapacity() throws {
    let house = try TestHouse(Policy.channel(["capacity": 2]))
    for isDryRun in [true, false] {
      let report = try house.importRows(rows, to: .zhang, isDryRun: isDryRun)
      XCTAssertEqual(report.entered, 2)
      XCTAssertEqual(report.reasons, ["invalid_field": 4, "library_full": 3])
    }
    let view = try house.library(of: .zhang)
    XCTAssertEqual(view.held, 2)
    XCTAssertEqual(try house.view(view.rows[0].id).opportunity?.wayIn, .imported)
    XCTAssertEqual(try house.due(view.rows[0].id), "2026-12-26 24:00")
  }

  /// Only who may hold customers is given any (R3.2).
  func testIntoTheLibraryOfSomebodyWhoHasNone() throws {
    let house = try TestHouse()
    for who in [TestHouse.Who.clerk, .reception, .support] {
      try assertRefused(.invalidField("to", .unknown), leaves: house) { try house.importRows(rows, to: who) }
    }
    try house.store().connection.run("UPDATE person SET is_active = 0 WHERE id = ?", [house.id(.zhang)])
    try assertRefused(.invalidField("to", .unknown), leaves: house) { try house.importRows(rows, to: .zhang) }
  }

  func testAnImportIsNoPick() throws {
    let house = try TestHouse(Policy.channel(["daily_picks": 1]))
    XCTAssertEqual(try house.importRows(rows, to: .zhang).entered, 3)
  }

  /// A remark is a remark, not a note: it moves no clock (R12.3).
  func testARemarkIsNoNote() throws {
    let house = try TestHouse()
    try house.importRows(
      ["苏州日东精密电子有限公司,0512-60010001,苏州,\"第一行\n第二行\""], to: .zhang,
      heading: "公司名称,固定电话,经营地址,备注")
    let view = try house.view(CustomerID(1))
    XCTAssertEqual(view.customer.remark, "第一行\n第二行")
    XCTAssertEqual(view.notes.count, 0)
    XCTAssertEqual(view.customer.state, .pending)
  }

  func testWhatWouldActOnATerminalIsRefused() throws {
    let house = try TestHouse()
    let report = try house.importRows(["红\u{1B}[31m厂,0512-60010001,苏州", "反\u{202E}厂,0512-60010002,苏州"])
    XCTAssertEqual(report.problems, ["name.control_characters": 2])
  }

  func testMoreRowsThanAChunk() throws {
    let house = try TestHouse()
    let many = (1...450).map { "苏州潮音\($0)厂,0512-6\(1_000_000 + $0),苏州" }
    let report = try house.importRows(many + many.prefix(10))
    XCTAssertEqual([report.read, report.entered], [460, 450])
    XCTAssertEqual(try BaseDump(house.path).count("event", where: "act = 'import'"), 451)
  }
}
