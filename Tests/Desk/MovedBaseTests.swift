import DeskFixtures
import Domain
import Foundation
import Services
import XCTest

@testable import Desk

/// A base that is moved away under an open screen takes nothing any more, and what was typed is in a file (R6.4).
final class MovedBaseTests: XCTestCase {
  func testADraftGoesToAFileAndTheRestIsRefused() throws {
    let floor = try DeskFloor.example()
    let (path, rules, zhang) = (floor.path, floor.rules, floor.id(.zhang))
    let writer = HouseQueue("writer", reach: {}) {
      try House(path: path, access: .write, rules: rules, origin: "screen")
    }
    let drafts = DraftFolder(path: Scratch.path(".drafts"), base: path)
    let place = Workplace(writer, by: zhang, at: floor.now, drafts: drafts)
    let customer = CustomerID(1)
    XCTAssertEqual(try place.run(KeepDraftErrand(text: "一", customer: customer)).get(), .inBase)

    let away = path + ".away"
    try FileManager.default.moveItem(atPath: path, toPath: away)
    defer { try? FileManager.default.moveItem(atPath: away, toPath: path) }
    XCTAssertEqual(try place.run(KeepDraftErrand(text: "一二", customer: customer)).get(), .inFile)
    XCTAssertEqual(drafts.drafts(of: zhang).map(\.draft), ["一二"])
    let note = place.run(PlanErrand(next: nil, subject: Subject(customer, name: ""), before: nil))
    guard case .failure(.failed(let failure)) = note else { return XCTFail("\(note)") }
    XCTAssertEqual(failure, .moved(path: path))
  }
}
