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
    let note = place.run(PlanErrand(next: nil, subject: Subject(customer, name: "")))
    guard case .failure(.failed(let failure)) = note else { return XCTFail("\(note)") }
    XCTAssertEqual(failure, .moved(path: path))
  }

  /// Relative or whole, through a link or not: it is the same base. Another one of the same name is not.
  func testADraftBelongsToItsBaseByWhateverPath() throws {
    let scratch = try Scratch.newFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let folders = ["one", "other"].map { scratch.appendingPathComponent($0) }
    for folder in folders {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data().write(to: folder.appendingPathComponent("house.db"))
    }
    let link = scratch.appendingPathComponent("link.db").path
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folders[0].path + "/house.db")
    func drafts(_ base: String) -> DraftFolder { DraftFolder(path: scratch.path + "/drafts", base: base) }
    let (person, customer) = (PersonID(1), CustomerID(7))
    XCTAssertTrue(drafts(link).save("要一份报价", by: person, on: customer))
    for path in ["/one/house.db", "/other/../one/./house.db", "/link.db"] {
      XCTAssertEqual(drafts(scratch.path + path).drafts(of: person).map(\.draft), ["要一份报价"], path)
    }
    XCTAssertEqual(drafts(folders[1].path + "/house.db").drafts(of: person).count, 0)
    let kept = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/drafts")
    XCTAssertEqual(kept.count, 1, "\(kept)")
    let mode = try FileManager.default.attributesOfItem(atPath: scratch.path + "/drafts/" + kept[0])
    XCTAssertEqual(mode[.posixPermissions] as? Int, 0o600)
  }
}
