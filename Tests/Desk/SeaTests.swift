import Assets
import Desk
import Domain
import TestSupport
import XCTest

final class SeaTests: XCTestCase {
  func testPrint() throws {
    var out = ""
    func show(_ s: Scenario) { out += s.screen.joined(separator: "\n") + "\n=====\n" }
    for language in Language.allCases {
      for size in [(24, 80), (40, 120)] {
        let s = try Scenario(try .sea(), language: language)
        s.resize(rows: size.0, columns: size.1)
        show(s.press("g", "3"))
        show(s.press("f").type("精密"))
        show(s.press("Enter", "Space", "Space"))
        show(s.press("="))
        show(s.press("Esc", "?"))
        show(s.type("bj"))
        show(s.press("Esc", ":"))
        show(s.type("去"))
        s.press("Esc", "Esc", "*", "*")
        show(s.press("p"))
        try s.floor.pick(CustomerID(2), by: .li)
        show(s.press("Home", "p"))
      }
      let full = try Scenario(try .sea(["capacity": 4]), language: language)
      show(full.press("g", "3", "j", "p"))
      show(full.press("X"))
      show(full.press("u"))
    }
    try out.write(toFile: "/tmp/h-sea-out.txt", atomically: true, encoding: .utf8)
  }
}
