import Domain
import XCTest

/// Who decides at a customer, drawn as a tree (R10.2).
final class DecisionTreeTests: XCTestCase {
  private func contact(_ name: String, under superior: String? = nil) -> Contact {
    Contact(name: name, title: "", isMain: false, superior: superior)
  }

  private func drawn(_ contacts: [Contact]) -> [String] {
    DecisionTree(contacts).rows.map { row in
      row.isLast.map { $0 ? "L" : "I" }.joined() + row.contact.name
    }
  }

  func testEachStandsBelowWhomHeReportsTo() {
    XCTAssertEqual(
      drawn([
        contact("吴", under: "钱"), contact("钱", under: "孙"), contact("孙"), contact("李", under: "孙"),
        contact("周", under: "钱"), contact("郑"),
      ]), ["孙", "I钱", "II吴", "IL周", "L李", "郑"])
  }

  func testWhoReportsToAStrangerStandsAtTheTop() {
    XCTAssertEqual(drawn([contact("钱", under: "赵")]), ["钱"])
    XCTAssertEqual(drawn([]), [])
  }

  /// No act makes a ring; a base that has one still shows everybody, once.
  func testARingIsShownFlat() {
    XCTAssertEqual(
      drawn([contact("钱", under: "孙"), contact("孙", under: "钱"), contact("李", under: "孙"), contact("吴")]),
      ["吴", "钱", "孙", "李"])
  }

  func testARingIsSeenBeforeItIsMade() {
    let contacts = [contact("吴", under: "钱"), contact("钱", under: "孙"), contact("孙")]
    for (name, superior, isRing) in [
      ("孙", "吴", true), ("孙", "钱", true), ("孙", "孙", true), ("吴", "孙", false), ("钱", "孙", false),
    ] {
      XCTAssertEqual(
        DecisionTree.makesRing(name, under: superior, among: contacts), isRing, "\(name) \(superior)")
    }
  }
}
