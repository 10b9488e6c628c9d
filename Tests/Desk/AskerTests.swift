import Assets
import DeskFixtures
import Domain
import Services
import TerminalKit
import XCTest

@testable import Desk

/// What comes of an errand goes to who asked for it, and to nobody else.
final class AskerTests: XCTestCase {
  /// Notes down what it hears.
  private struct Listener: Pane {
    static let keymap = Keymap<Listener>([])

    let name: String
    var heard: [String] = []
    var isBusy = true

    func title(_ context: Context) -> String { name }
    func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {}

    func pair() -> Effect {
      run(PairErrand(subject: Subject(CustomerID(1), name: ""), text: "nothing")) { _, _, _ in
        []
      } else: { pane, trouble, _ in
        pane.heard.append("failed")
        return [.open(Listener(name: "offered"))]
      }
    }

    func shut() -> Effect {
      finish(PairErrand(subject: Subject(CustomerID(1), name: ""), text: "nothing"), whileBusy: \.isBusy)
    }
  }

  private struct NoJob: Error {}

  private func desk() throws -> DeskState {
    let floor = try DeskFloor.example()
    let session = try Session(
      try floor.open().ground(of: floor.id(.zhang), at: floor.now), words: Words(.chinese))
    return DeskState(session, size: Size(rows: 24, columns: 80), hasListToday: false, at: floor.now)
  }

  /// Lays a listener over the rest, which asks for something that will fail.
  private func ask(_ desk: inout DeskState, as name: String, _ effect: (Listener) -> Effect) throws -> Reply {
    let listener = Listener(name: name)
    _ = desk.run([.open(listener)])
    let requests = desk.run(desk.onTop { _, _ in [effect(listener)] })
    guard case .run(let job)? = requests.first else { throw NoJob() }
    let away = HouseQueue("away", reach: {}, open: { throw DatabaseFailure.locked })
    let drafts = DraftFolder(path: Scratch.path(".drafts"), base: "")
    return job.run(at: Workplace(away, by: PersonID(1), at: desk.now, drafts: drafts))
  }

  private func listeners(_ desk: DeskState) -> [String: Listener] {
    let all = desk.layers.compactMap { $0.pane as? Listener }
    return Dictionary(all.map { ($0.name, $0) }) { _, last in last }
  }

  func testOnlyWhoAskedHearsThatItFailed() throws {
    var desk = try desk()
    let first = try ask(&desk, as: "one") { $0.pair() }
    let second = try ask(&desk, as: "other") { $0.pair() }
    _ = desk.update(.replied(first), at: desk.now)
    XCTAssertEqual(listeners(desk)["one"]?.heard, ["failed"])
    XCTAssertEqual(listeners(desk)["other"]?.heard, [])
    _ = desk.update(.replied(second), at: desk.now)
    XCTAssertEqual(listeners(desk)["one"]?.heard, ["failed"])
    XCTAssertEqual(listeners(desk)["other"]?.heard, ["failed"])
  }

  func testABusyFormStaysBusyOverSomebodyElsesFailure() throws {
    var desk = try desk()
    let first = try ask(&desk, as: "one") { $0.shut() }
    _ = try ask(&desk, as: "other") { $0.shut() }
    _ = desk.update(.replied(first), at: desk.now)
    XCTAssertEqual(listeners(desk)["one"]?.isBusy, false)
    XCTAssertEqual(listeners(desk)["other"]?.isBusy, true)
  }

  /// What comes late lays nothing over other work.
  func testALateAnswerOpensNothing() throws {
    var desk = try desk()
    let first = try ask(&desk, as: "one") { $0.pair() }
    _ = desk.run([.open(Listener(name: "other"))])
    _ = desk.update(.replied(first), at: desk.now)
    XCTAssertEqual(desk.top.title(desk.context), "other")
  }

  func testWhoHasGoneHearsNothing() throws {
    var desk = try desk()
    let reply = try ask(&desk, as: "one") { $0.pair() }
    _ = desk.run([.close])
    _ = desk.update(.replied(reply), at: desk.now)
    XCTAssert(desk.layers.isEmpty)
    XCTAssert(desk.news.text.contains("占住"), desk.news.text)
  }

  // MARK: on the screens

  /// R3.4: full; but by the time that this is known somebody looks at another customer.
  func testASwapIsOfferedForTheOneThatWasRefusedOnly() throws {
    let scenario = try Scenario(try .sea(["capacity": 4])).press("g", "3", "Enter")
    scenario.holdErrands().press("p", "n").release()
    XCTAssert(scenario.title.hasPrefix("客户 昆山汀兰"), scenario.title)
    XCTAssert(scenario.message.contains("库满"), scenario.message)
    XCTAssert(scenario.press("p").title.hasPrefix("换入"))
  }

  /// R3.12: what can't be picked says why in words, whatever the reason is.
  func testABlockedCustomerOfTheSeaSaysSo() throws {
    let floor = try DeskFloor.sea()
    let scenario = try Scenario(floor).press("g", "3").holdErrands().press("p")
    try floor.block("苏州澄明精密电子有限公司")
    scenario.release()
    XCTAssert(scenario.shows("禁止挑入"), scenario.screen.joined(separator: "\n"))
    XCTAssertFalse(scenario.shows("obstacle."))
  }

  func testEveryRefusalOfAPickHasWordsForTheRow() throws {
    let words = [Words(.chinese), Words(.english)]
    for code in ["blocked", "merged", "applied_for", "library_full", "daily_limit", "collision", "other"] {
      for words in words { XCTAssert(words.has("obstacle.\(code)"), code) }
    }
  }
}
