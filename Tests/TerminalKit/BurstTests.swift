import XCTest

@testable import TerminalKit

/// M48: what no hand types is a paste, whatever the terminal says.
final class BurstTests: XCTestCase {
  func testWhatNoHandTypes() {
    for text in [
      "第一行\n第二行\n第三行", "要报价\rq三天内\r", "苏州日东精密电子有限公司\t0512-6000 0041\t无\t苏州工业园区潮声路8号\r",
      "\r\rXerox\r\rq quit\r", String(repeating: "王先生说下周再谈价格\n", count: 500),
      String(repeating: "abcdefgh ", count: 10),
    ] { XCTAssert(Burst.isPaste(Array(text.utf8)), text.prefix(40).description) }
  }

  /// Keys typed ahead, what an input method commits, a key held down, a script of a few keys.
  func testWhatAHandTypes() {
    for text in [
      "g4", "2d1", "jjjj", "f苏州\rp", "1\r1\r1\r", "w3要一份报价\r", "X1", "苏州日东精密电子有限公司昆山分公司", "qq",
      "g4苏州日东精密电子\t0512\r", String(repeating: "j", count: 300), String(repeating: "jk\r", count: 60),
      "\u{1B}[B\u{1B}[Babc\rdefgh\rijklm\r", "abcdefgh ijklmnop qrstuvwx yz",
    ] { XCTAssertFalse(Burst.isPaste(Array(text.utf8)), text.prefix(40).description) }
  }

  /// Its last piece may be as short as a key.
  func testWhatFollowsAtOnceBelongsToIt() {
    var burst = Burst()
    XCTAssertFalse(burst.take(Array("ok\r".utf8), isBetweenKeys: true))
    XCTAssert(burst.take(Array("第一行要报价\r第二行".utf8), isBetweenKeys: true))
    XCTAssert(burst.take(Array("q\r".utf8), isBetweenKeys: true))
    XCTAssertEqual(burst.end(), .paste("第一行要报价\n第二行q\n"))
    XCTAssertFalse(burst.isOpen)
    XCTAssertFalse(burst.take(Array("ok\r".utf8), isBetweenKeys: true))
  }

  func testNothingBeginsWithinASequence() {
    var burst = Burst()
    XCTAssertFalse(burst.take(Array("第一行要报价\r第二行要样品\r".utf8), isBetweenKeys: false))
  }
}
