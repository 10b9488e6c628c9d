import Desk
import DeskFixtures
import Domain
import Services
import XCTest

/// A company and a person that may be the same buyer become a pair with `r 6` (R3.10).
final class PairKeyTests: XCTestCase {
  /// A company of zhang's, and a person: the only number of the person is the company's too.
  private func floor() throws -> (floor: DeskFloor, company: CustomerID, person: CustomerID) {
    let floor = try DeskFloor()
    var form = CustomerForm(
      name: "钱立春", phones: [], mobiles: ["13900000012"], address: "江苏省苏州市潮声路1号", contact: "钱立春")
    form.kind = .person
    let person = try EnterCustomer(form).perform(by: floor.id(.zhang), at: floor.now, in: floor.open())
    let company = try floor.enter("昆山青竹电缆有限公司", daysAgo: 3)
    return (floor, company, person)
  }

  private func pair(_ floor: DeskFloor, _ company: CustomerID, with text: String) throws -> Scenario {
    let scenario = try Scenario(floor).press("f").type("青竹").press("Enter", "r", "6")
    XCTAssert(scenario.title.contains(company.code), scenario.title)
    return scenario.type(text).press("Enter")
  }

  func testByItsCode() throws {
    let (floor, company, person) = try floor()
    let scenario = try pair(floor, company, with: "ｋ" + person.code.dropFirst())
    XCTAssertEqual(scenario.message, "已配对: 昆山青竹电缆有限公司 和 钱立春, 两家都受保护")
    XCTAssert(scenario.title.hasPrefix("我的机会"))
    XCTAssertEqual(try floor.view(company).pair?.id, person)
  }

  /// A number that both have means the other one, and what support had to judge is settled.
  func testByANumberThatBothHaveFromTheCustomer() throws {
    let (floor, company, person) = try floor()
    try floor.change(company) { $0.mobiles = ["139 0000 0012"] }
    XCTAssertNotNil(try floor.view(company).dispute)
    let scenario = try Scenario(floor).press("f").type("青竹").press("Enter", "Enter", "r")
    XCTAssertEqual(scenario.choices.trimmed, "1延期 2战败 3合作 4作废 6配对 8录订单")
    scenario.press("6").type("13900000012").press("Enter")
    XCTAssert(scenario.message.hasPrefix("已配对"), scenario.message)
    XCTAssertEqual(try floor.view(company).pair?.id, person)
    XCTAssertNil(try floor.view(company).dispute)
  }

  func testWhatIsNoPairIsRefusedAndStaysTyped() throws {
    let (floor, company, _) = try floor()
    let other = try floor.enter("昆山听雨电缆有限公司", daysAgo: 2)
    for (text, refusal) in [
      ("", "先写另一家的编号或号码"), ("没有的", "没有这个客户: 没有的"), (company.code, "两次写的是同一家"),
      (other.code, "只有一家企业和一个个人"),
    ] {
      let scenario = try pair(floor, company, with: text)
      XCTAssert(scenario.message.contains(refusal), scenario.message)
      XCTAssert(scenario.shows("配对: 同一个买主的企业和个人") && scenario.shows("另一家 \(text)".trimmed))
    }
    XCTAssertNil(try floor.view(company).pair)
  }
}
