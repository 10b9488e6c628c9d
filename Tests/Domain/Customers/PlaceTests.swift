import Domain
import XCTest

/// The short name of the town or district of an address, for a narrow column.
final class PlaceTests: XCTestCase {
  func testTheDeepestTownOrDistrictIsShown() {
    for (address, place) in [
      ("江苏省苏州市相城区金枫路8号", "相城"), ("江苏省苏州市潮声路1号", "苏州"), ("苏州市潮声路1号", "苏州"),
      ("浙江省杭州市西湖区文三路", "西湖"), ("广州市天河区", "天河"), ("郑州市", "郑州"), ("江苏省昆山市玉山镇", "昆山"),
      ("延边朝鲜族自治州延吉市", "延吉"), ("上海市浦东新区世纪大道", "浦东新"), ("北京市朝阳区", "朝阳"),
      ("广西壮族自治区柳州市", "柳州"), ("苏州工业园区潮声路", "苏州工业园"), ("兰州市城关区", "城关"), ("沧州市沧县", "沧"), ("潮声路8号", ""), ("", ""),
      ("市", ""), ("Suzhou", ""),
    ] {
      XCTAssertEqual(Place.short(ofAddress: address), place, address)
    }
  }
}
