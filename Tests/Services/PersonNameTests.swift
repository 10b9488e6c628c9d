import Domain
import Services
import TestSupport
import XCTest

/// People share their names: they are told apart by their numbers (R5.3).
final class PersonNameTests: XCTestCase {
  private let mobile = "13900000012"

  private func known() throws -> (TestHouse, CustomerID) {
    let house = try TestHouse()
    return (house, try house.enter(person("钱立春", mobile, in: house), by: .li))
  }

  private func person(_ name: String, _ phone: String, in house: TestHouse) -> CustomerForm {
    var form = house.form(name, phone: phone)
    form.kind = .person
    return form
  }

  func testAnEqualNameAloneKeepsNobodyFromEntering() throws {
    let (house, first) = try known()
    let second = try house.enter(person("钱 立春", "13900000013", in: house), by: .zhang)
    XCTAssertNotEqual(second, first)
    XCTAssertEqual(try house.view(second).holder, try house.holder(.zhang))
  }

  /// It is listed all the same, for whoever enters to see.
  func testItIsListedAndDoesNotCount() throws {
    let (house, first) = try known()
    let look = try CollisionLook.read(
      CollisionQuery(name: "钱立春"), by: house.id(.zhang), at: house.now, in: house.house)
    XCTAssertEqual(look.hits.map(\.customer), [first])
    XCTAssertEqual(look.hits.map(\.verdict), [.judge])
    XCTAssertEqual(look.hits.map(\.reason), [.doubtful(.personName)])
    XCTAssertEqual(look.verdict, .mayEnter)
  }

  func testAnEqualNumberStillDoes() throws {
    let (house, _) = try known()
    assertRefused(code: "collision") { try house.enter(person("钱立春", mobile, in: house), by: .zhang) }
    assertRefused(code: "collision") { try house.enter(person("赵多多", mobile, in: house), by: .zhang) }
  }

  func testAnImportIsNotRefusedByItEither() throws {
    let (house, _) = try known()
    XCTAssertEqual(try house.importRows(["钱立春,0512-69990041,苏州市潮声路8号"]).entered, 1)
    XCTAssertEqual(try house.importRows(["钱立春食品店,\(mobile),苏州市潮声路8号"]).entered, 0)
  }

  /// A company is not entered a second time by calling it a person.
  func testTheNameOfACompanyStillDoes() throws {
    let house = try TestHouse()
    let name = "苏州日东精密电子有限公司"
    try house.customer(name, in: .library(of: .li))
    assertRefused(code: "collision") { try house.enter(person(name, mobile, in: house), by: .zhang) }
  }

  /// R3.12: who is on the list of the blocked stays out by his name.
  func testABlockedNameStillDoes() throws {
    let (house, _) = try known()
    try house.block("钱立春")
    assertRefused(code: "blocked") {
      try house.enter(person("钱立春", "13900000013", in: house), by: .zhang)
    }
  }
}
