import Desk
import DeskFixtures
import Domain
import Services
import XCTest

/// The collision check, which is the form of an entry (R5.3 to R5.9).
final class CheckTests: XCTestCase {
  private func check(_ floor: DeskFloor? = nil, as agent: DeskFloor.Agent = .zhang) throws -> Scenario {
    try Scenario(try floor ?? .sea(), as: agent).press("g", "4")
  }

  // MARK: searching while one types

  /// R5.1: the four parts, the key and its initials are seen as they are typed.
  func testTheNameIsTakenApartWhileItIsTyped() throws {
    let scenario = try check().type("苏州日东精密电子有限公司")
    XCTAssert(scenario.shows("苏州 | 日东 | 精密电子 | 有限公司"))
    XCTAssert(scenario.shows("按「日东精密电子」查, 拼音 rdjmdz"))
    XCTAssert(scenario.shows("可录入"))
  }

  func testHitsShowWhatMayBeDoneAndWhatIsTheSame() throws {
    let floor = try DeskFloor.sea()
    try floor.enter("昆山青竹电缆有限公司", by: .li, daysAgo: 3, phone: "0512-68880001")
    let scenario = try check(floor).type("澄明精密电子有限公司").press("Tab").type("68880001")
    XCTAssert(scenario.shows("可挑   苏州澄明精密电子有限公司"))
    XCTAssert(scenario.shows("待判   昆山青竹电缆有限公司"))
    XCTAssert(scenario.shows("一部 江立秋"))
    XCTAssert(scenario.shows("关键字同 澄明精密电子"))
  }

  /// R2.2: a number is on record once, however often others make the screen look again; a longer name is no other number.
  func testANumberIsOnRecordOnce() throws {
    let floor = try DeskFloor.sea()
    let scenario = try check(floor).press("Tab").type("0512-68880001")
    let first = try floor.numberSearches()
    XCTAssertGreaterThan(first, 0)
    scenario.press("Shift-Tab").type("澄明")
    for number in 1...3 {
      try floor.enter("昆山青竹\(number)号电缆有限公司", by: .li, daysAgo: 0)
      scenario.wait(1000)
    }
    XCTAssertEqual(try floor.numberSearches(), first)
  }

  /// Principle 12: whatever was left there, one comes to an empty name; what one types is text and no command.
  func testItOpensReadyEachTime() throws {
    let floor = try DeskFloor.sea()
    let scenario = try check(floor).type("澄明精密电子有限公司").press("Tab").type("68880001").press("Esc")
    for keys in [["g", "4"], ["g", "1", "g", "4"], ["g", "4", "Esc", "2", "g", "4"], ["Enter", "g", "4"]] {
      for key in keys { scenario.press(key) }
      XCTAssertFalse(scenario.shows("名称  澄明"), "\(keys)")
      scenario.type("up")
      XCTAssert(scenario.shows("名称  up"), "\(keys)")
      scenario.press("^U", "Up")
      XCTAssert(scenario.shows("澄明精密电子有限公司") && scenario.shows("68880001"), "\(keys)")
      scenario.press("Esc")
    }
  }

  func testAnyFormOfANumberIsFound() throws {
    for number in ["0512-60001003", "(0512) 6000 1003-8", "＋８６ ５１２ ６０００１００３"] {
      XCTAssert(try check().press("Tab").type(number).shows("可挑   苏州落霞精密模具有限公司"), number)
    }
  }

  /// A keystroke waits for no search: the text is there at once, the verdict when it is known.
  func testTypingWaitsForNoSearch() throws {
    let scenario = try check()
    scenario.holdErrands()
    scenario.type("澄").type("明").type("精密电子")
    XCTAssertFalse(scenario.wait(140).title.contains("查..."))
    XCTAssert(scenario.shows("名称  澄明精密电子"))
    XCTAssertFalse(scenario.shows("可挑"))
    XCTAssert(scenario.wait(10).title.contains("查..."))
    scenario.release()
    XCTAssert(scenario.shows("可挑   苏州澄明精密电子有限公司"))
    XCTAssertFalse(scenario.title.contains("查..."))
  }

  func testASearchThatTheBaseLostGoesOutAgain() throws {
    let scenario = try check()
    scenario.failure = .locked
    scenario.type("澄明精密电子")
    scenario.failure = nil
    XCTAssert(scenario.wait(5_000).shows("可挑   苏州澄明精密电子有限公司"))
  }

  func testWhatIsNoNumberYetTellsNothing() throws {
    let scenario = try check().press("Tab").type("0512-6")
    XCTAssertFalse(scenario.shows("可录入"))
    XCTAssertEqual(scenario.press("Enter").message, "电话不是一个有效号码")
  }

  /// R5.9: nothing may be entered as long as a field is wrong, and the verdict says which.
  func testTheVerdictSaysWhatIsWrongWithAField() throws {
    for (name, words) in [
      ("贸易有限公司", "名称 只有通用词"), ("😀😀", "名称里没有文字"), ("13999990001", "名称里没有文字"),
      (String(repeating: "长", count: 10_000), "名称太长了"),
    ] {
      let scenario = try check().type(name)
      XCTAssert(scenario.shows(words), name.prefix(9).description)
      XCTAssertFalse(scenario.shows("可录入"), name.prefix(9).description)
    }
    let scenario = try check().type("苏州日东精密电子有限公司").press("Tab").type("abc")
    XCTAssert(scenario.shows("电话不是一个有效号码"))
    XCTAssertFalse(scenario.shows("可录入"))
    XCTAssertEqual(scenario.press("Esc", "+").message, "有一项不对, 见结论")
  }

  /// R5.1: a key that says too little is said to be one only where a name was read.
  func testAKeyOfOnePartSaysWhoJudges() throws {
    XCTAssert(try check().type("苏州日东有限公司").shows("按「日东」查: 只有字号或行业, 相同时由支持判"))
    XCTAssertFalse(try check().type("贸易有限公司").shows("相同时由支持判"))
  }

  // MARK: entering

  /// g4 name Tab phone Tab fax Tab address Enter (R5.7).
  func testANewCompanyIsEnteredAtSixKeys() throws {
    let scenario = try check().type("苏州日东精密电子有限公司").press("Tab").type("0512-69990041")
    XCTAssertEqual(scenario.press("Tab").type("无").message, "还缺: 地址. 补上才能录入")
    scenario.press("Tab").type("江苏省苏州市工业园区潮声路8号")
    XCTAssertEqual(scenario.message, "可录入: 查过 2 项, 没有撞单. Enter 录入")
    scenario.press("Enter")
    XCTAssert(scenario.message.hasPrefix("已录入 苏州日东精密电子有限公司 K0000"))
    XCTAssert(scenario.title.hasPrefix("客户 苏州日东精密电子有限公司"))
    XCTAssert(scenario.title.contains("私海 何小满"))
    let next = scenario.press("Esc")
    XCTAssert(next.title.hasPrefix("撞单与录入"))
    XCTAssertFalse(next.shows("苏州日东"), "ready for the next company")
  }

  func testWhatIsMissingIsNamedAndGoneTo() throws {
    let scenario = try check().type("苏州日东精密电子有限公司").press("Enter")
    XCTAssertEqual(scenario.message, "还缺: 电话, 传真, 地址. 补上才能录入")
    XCTAssert(scenario.type("0512-69990041").shows("电话  0512-69990041"))
    XCTAssert(try check().press("Enter").message.contains("先写名称或号码"))
  }

  /// R5.6: a check that finds something leaves a receipt, whose number is shown and copied.
  func testACollisionLeavesAReceipt() throws {
    let scenario = try check().type("苏州澄明精密电子有限公司").press("Enter")
    XCTAssertEqual(scenario.message, "已留回执 C261126-0001: 可挑入, 不必录入")
    XCTAssert(scenario.title.contains("回执 C261126-0001 已存"))
    XCTAssert(scenario.selected.contains("可挑   苏州澄明精密电子有限公司"))
    scenario.press("y")
    XCTAssertEqual(scenario.copied, ["C261126-0001"])
    scenario.press("2")
    XCTAssert(scenario.selected.contains("C261126-0001"))
    XCTAssert(scenario.shows("可挑   苏州澄明精密电子有限公司"), "what was found then")
  }

  func testTheHitIsPicked() throws {
    let scenario = try check().type("苏州澄明精密电子有限公司").press("Esc", "p")
    XCTAssert(scenario.message.hasPrefix("已挑入 苏州澄明精密电子有限公司"))
    XCTAssert(scenario.wait(600).shows("就在你库里"))
    XCTAssert(scenario.press("Enter").title.hasPrefix("客户 苏州澄明精密电子有限公司"))
  }

  /// R3.4: with a full library the swap is offered, as in the sea.
  func testAFullLibraryOffersTheSwap() throws {
    let scenario = try check(try .sea(["capacity": 4])).type("苏州澄明精密电子有限公司").press("Esc", "p")
    XCTAssert(scenario.title.hasPrefix("换入  库满 4/4"))
    XCTAssert(scenario.press("X").message.hasPrefix("已换入 苏州澄明精密电子有限公司"))
    XCTAssert(scenario.wait(600).shows("就在你库里"))
  }

  func testWhoLosesTheRaceSeesWhoWonAndHasHisTexts() throws {
    let scenario = try check().type("苏州日东精密电子有限公司").press("Tab").type("0512-69990041")
    scenario.press("Tab").type("无").press("Tab").type("苏州潮声路8号")
    try scenario.floor.enter("苏州日东精密电子有限公司", by: .li, daysAgo: 0)
    scenario.press("Enter")
    XCTAssert(scenario.wait(600).shows("不可跟 苏州日东精密电子有限公司"))
    XCTAssert(scenario.shows("一部 江立秋"))
    XCTAssert(scenario.shows("名称  苏州日东精密电子有限公司"))
    XCTAssert(scenario.title.contains("回执 C2611"))
  }

  func testEscGoesToTheHitsAndEBack() throws {
    let scenario = try check().type("澄明精密电子").press("Esc")
    XCTAssert(scenario.selected.contains("澄明"))
    XCTAssert(scenario.press("e").type("厂").shows("澄明精密电子厂"))
    XCTAssert(scenario.press("Esc", "Esc").title.hasPrefix("我的机会"))
    XCTAssert(scenario.press("g", "4").shows("澄明精密电子厂"), "what was typed is kept")
  }

  /// Section 9: of a signed customer the axis is drawn, with today's mark.
  func testTheAxisOfASignedHitIsDrawn() throws {
    let floor = try DeskFloor.sea()
    let signed = try floor.enter("昆山青竹电缆有限公司", daysAgo: 3)
    try floor.sign(signed, opened: "2026-07-01")
    let scenario = try check(floor, as: .li).type("昆山青竹电缆有限公司")
    XCTAssert(scenario.shows("服务轴 服务期 第 5 月: 2026-07-01 开通"))
    XCTAssert(scenario.shows("|服务 1-8 ==="))
    XCTAssertFalse(try check(floor, as: .li).type("苏州澄明精密电子有限公司").shows("服务轴"))
  }

  func testAPartOfANameKeepsNobodyFromEntering() throws {
    let scenario = try check().type("落霞精密").press("Esc")
    XCTAssert(scenario.shows("可录入, 另有 1 家名称相近"))
    XCTAssertEqual(scenario.message, "只是名称相近, 不拦录入. Enter 看看是不是同一家")
  }

  func testWhyExplainsTheHit() throws {
    let scenario = try check().type("苏州澄明精密电子有限公司").press("Esc", "=")
    XCTAssert(scenario.shows("苏州澄明精密电子有限公司  K000001"))
    XCTAssert(scenario.press("Esc").selected.contains("澄明"))
  }

  /// R5.6: who leaves the program, or whose line drops, has seen it too.
  func testLeavingTheProgramLeavesTheReceipt() throws {
    let endings: [(String, (Scenario) -> Void)] = [
      ("line", { $0.hangUp() }), ("palette", { $0.press("Esc", ":").type("quit").press("Enter") }),
      ("under help", { $0.press("F1").hangUp() }), ("twice", { $0.press("Esc", "q", "q") }),
    ]
    for (name, end) in endings {
      let floor = try DeskFloor.sea()
      try floor.enter("昆山青竹电缆有限公司", by: .li, daysAgo: 3)
      // Support opens on its own queue of the same pane.
      let scenario = try Scenario(floor, as: name == "twice" ? .shen : .zhang)
      scenario.press("g", "4")
      if name == "twice" { scenario.press("1") }
      end(scenario.type("昆山青竹电缆有限公司"))
      let agent = scenario.agent
      let receipts = try ReceiptView.list(limit: 9, by: floor.id(agent), in: floor.open())
      XCTAssertEqual(receipts.count { $0.act == .check }, 1, name)
    }
  }

  /// A refusal offers no key that the hints show in brackets.
  func testNoRefusalOffersAKeyThatDoesNothing() throws {
    let floor = try DeskFloor.sea()
    try floor.enter("昆山青竹电缆有限公司", by: .li, daysAgo: 3, phone: "0512-68880001")
    try floor.enter("太仓青竹线缆有限公司", daysAgo: 3, phone: "0512-68880002")
    try floor.block("张家港黑名单有限公司")
    let keys = /(?:^|[^A-Za-z])([a-z+=])\s/
    for texts in [
      ["昆山青竹电缆有限公司"], ["苏州青竹电缆有限公司"], ["太仓青竹线缆有限公司"], ["苏州澄明精密电子有限公司"], ["张家港黑名单有限公司"],
      ["苏州日东精密电子有限公司", "68880001"], ["苏州日东精密电子有限公司", "abc"], ["苏州日东精密电子有限公司"],
    ] {
      let scenario = try check(floor)
      for text in texts { scenario.type(text).press("Tab") }
      // What may be done is no refusal.
      for key in ["Esc"] + ["+", "p", "r"].filter({ scenario.hints.contains("(\($0)") }) {
        let (said, hints) = (scenario.press(key).message, scenario.hints)
        for match in said.matches(of: keys) {
          XCTAssertFalse(hints.contains("(\(match.output.1)"), "\(texts), \(key): \(said) | \(hints)")
        }
      }
    }
  }

  /// R5.8: who has the very company goes on with it; nobody is sent to support for it.
  func testTheSameFullNameIsNotAppliedFor() throws {
    let floor = try DeskFloor.sea()
    try floor.enter("昆山青竹电缆有限公司", by: .li, daysAgo: 3)
    let scenario = try check(floor).type("昆山青竹电缆有限公司").press("Esc")
    XCTAssert(scenario.message.contains("全称一样: 不能录入也不能申请"))
    XCTAssert(scenario.hints.contains("(r申请)"))
    XCTAssertEqual(scenario.press("r").message, "别人在跟的就是这家 (全称一样), 不能申请")
    XCTAssertEqual(scenario.press("+").message, "有撞单, 不能录入. 看下面的判定")
  }

  /// R5.6: whoever saw a hit and goes on leaves one receipt, of the last search that found somebody; who saw none, or has
  /// left one already, leaves no other.
  func testWhoeverSawAHitLeavesAReceipt() throws {
    func receipts(_ keys: (Scenario) -> Void) throws -> Int {
      let floor = try DeskFloor.sea()
      try floor.enter("昆山青竹电缆有限公司", by: .li, daysAgo: 3)
      let scenario = try Scenario(floor).press("g", "4")
      keys(scenario)
      scenario.press("Esc", "g", "2", "g", "4", "Esc", "g", "1")
      return try ReceiptView.list(limit: 9, by: floor.id(.zhang), in: floor.open()).filter {
        $0.act == .check
      }.count
    }
    XCTAssertEqual(try receipts { $0.type("昆山青竹电缆有限公司") }, 1)
    XCTAssertEqual(try receipts { $0.type("昆山青竹电缆有限公司").press("Enter") }, 1)
    XCTAssertEqual(try receipts { $0.type("苏州无人知道有限公司") }, 0)
    XCTAssertEqual(try receipts { _ in }, 0)
  }
}
