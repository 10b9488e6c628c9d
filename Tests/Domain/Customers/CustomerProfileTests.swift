import Domain
import XCTest

/// How much is known of a buyer (R10.4).
final class CustomerProfileTests: XCTestCase {
  private func customer(
    _ kind: CustomerKind, address: String = "", industry: String = "", source: String = ""
  )
    -> Customer
  {
    Customer(
      id: CustomerID(1), kind: kind, name: "苏州听雨包装有限公司", address: address, industry: industry,
      source: source, remark: "", state: .pending, intent: "0", stage: 1, holder: PersonID(1),
      opportunity: nil, next: nil, releasedAt: nil, releasedBy: nil, isHouseAccount: false, pair: nil,
      mergedInto: nil)
  }

  private let buyer = Contact(name: "钱先生", title: "采购", isMain: true)

  func testEveryFieldIsAskedOnOneLevel() {
    XCTAssertEqual(ProfileField.levels.flatMap { $0 }, ProfileField.allCases)
  }

  func testALevelCountsOnceItIsWhole() {
    var profile = CustomerProfile([.sex: "男", .use: "外贸询盘"])
      .completed(by: customer(.company), [buyer], hasNumber: true)
    XCTAssertEqual(profile.levels, 1)
    profile[.purchase] = "新购"
    XCTAssertEqual(profile.levels, 2, "name and sex; numbers, use and kind of purchase")
    profile[.sex] = ""
    XCTAssertEqual(profile.levels, 1)
    XCTAssertEqual(profile.missing.first, .sex)
  }

  func testWhatStandsElsewhereIsKnown() {
    let company = customer(.company, address: "江苏省苏州市相城区金枫路1号", industry: "包装", source: "展会")
    let profile = CustomerProfile().completed(by: company, [buyer], hasNumber: true)
    XCTAssertEqual(
      profile.missing,
      [.sex, .product, .competitor, .use, .purchase, .birthday, .age, .payment, .wishes])
    XCTAssertEqual([profile[.name], profile[.job], profile[.place]], ["钱先生", "采购", "相城"])
    XCTAssertEqual(profile[.employer], company.name)
    XCTAssertEqual(profile.known + profile.missing.count, ProfileField.allCases.count)
  }

  func testAPersonIsHimselfAndWorksSomewhere() {
    let profile = CustomerProfile().completed(by: customer(.person), [], hasNumber: false)
    XCTAssertTrue(profile.knows(.name))
    for field in [ProfileField.employer, .numbers, .job, .place] {
      XCTAssertFalse(profile.knows(field), "\(field)")
    }
  }
}
