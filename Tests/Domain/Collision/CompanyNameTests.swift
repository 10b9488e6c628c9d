import Assets
import TestSupport
import XCTest

@testable import Domain

/// R5.1
final class CompanyNameTests: XCTestCase {
  private func parts(_ text: String) -> [String] {
    let name = CompanyName(parsing: text, with: .standard)
    return [name.division, name.tradeName, name.industry, name.form, name.branch]
  }

  func testTheFourParts() {
    let cases = [
      "苏州日东精密电子有限公司": ["苏州", "日东", "精密电子", "有限公司", ""],
      "江苏省苏州市日东电子有限公司": ["江苏省苏州市", "日东", "电子", "有限公司", ""],
      "蘇州日東 精密電子（股份）有限公司": ["苏州", "日东", "精密电子", "股份有限公司", ""],
      "日东（苏州）电力公司": ["苏州", "日东", "电力", "公司", ""],
      "建业电缆信阳销售公司": ["信阳", "建业", "电缆销售", "公司", ""],
      "3M中国有限公司": ["中国", "3m", "", "有限公司", ""],
      "苏州市政工程有限公司": ["苏州", "", "市政工程", "有限公司", ""],
      "松下电器（中国）有限公司苏州第二分公司": ["中国", "松下", "电器", "有限公司", "苏州第二分公司"],
      "中国银行苏州分行": ["中国", "", "银行", "", "苏州分行"],
      "(苏州)(分公司)": ["苏州", "", "", "", "分公司"],
      "苏州鼎晟投资合伙企业(有限合伙)": ["苏州", "鼎晟", "投资", "合伙企业有限合伙", ""],
    ]
    for (text, expected) in cases { XCTAssertEqual(parts(text), expected, text) }
  }

  func testAFormDoesNotEatTheIndustry() {
    let cases = [
      "苏州日东贸易商行": ["苏州", "日东", "贸易", "商行", ""],
      "大庆市电力公司": ["大庆市", "", "电力", "公司", ""],
      "厦门银行股份有限公司": ["厦门", "", "银行", "股份有限公司", ""],
      "苏州日东银行": ["苏州", "日东", "银行", "", ""],
      "南京华康美容医院": ["南京", "华康", "美容医院", "", ""],
      "苏州日东制药厂": ["苏州", "日东", "制药", "厂", ""],
      "昆山一品咖啡馆": ["昆山", "一品", "咖啡", "馆", ""],
    ]
    for (text, expected) in cases { XCTAssertEqual(parts(text), expected, text) }
  }

  func testPlacesThatAreNoneAndTownsThatAreSome() {
    let divisions = [
      "紫金矿业集团股份有限公司": "", "东方日升新能源股份有限公司": "", "新华文轩出版传媒股份有限公司": "",
      "广州白云山制药股份有限公司": "广州", "上海宝山钢铁有限公司": "上海", "昆山拓宝五金塑胶有限公司": "昆山",
      "海宁市海昌思诚贸易商行": "海宁市海昌", "昆山市玉山镇恒达五金店": "昆山市玉山镇",
      "吴江市盛泽镇华丽纺织厂": "吴江市盛泽镇", "大庆开发区竹田复合材料有限公司": "大庆开发区",
      "苏州工业园区和顺电气股份有限公司": "苏州工业园区",
    ]
    for (text, division) in divisions { XCTAssertEqual(parts(text).first, division, text) }
  }

  func testTheKeyIsWithoutWeakWords() {
    let keys = [
      "苏州日东精密电子贸易有限公司": "日东精密电子", "苏州日东精密电子中心有限公司": "日东精密电子",
      "澳妆（上海）国际贸易有限公司": "澳妆国际", "太重集团向明智能装备股份有限公司": "太重向明智能装备",
      "广州日东开发展览有限公司": "日东开发展览", "重庆销售水泥河沙公司": "水泥河沙",
    ]
    for (text, key) in keys { XCTAssertEqual(CompanyName(parsing: text, with: .standard).key, key, text) }
    let (short, long) = ("苏州日东电子有限公司", "苏州日东电子贸易有限公司")
    let names = [short, long].map { CompanyName(parsing: $0, with: .standard) }
    XCTAssertEqual(names.map(\.key), ["日东电子", "日东电子"])
    XCTAssertEqual(names.map(\.wholeKey), ["日东电子", "日东电子贸易"])
  }

  func testABareKeyIsWeak() {
    for text in ["贸易有限公司", "苏州电子有限公司", "福州道玄阁贸易有限公司", "王艳", "银江股份有限公司", "有限公司", "", "12"] {
      XCTAssertTrue(CompanyName(parsing: text, with: .standard).isWeak, text)
    }
    XCTAssertFalse(CompanyName(parsing: "苏州日东电子有限公司", with: .standard).isWeak)
  }

  func testOddNamesStayWhole() {
    let long = String(repeating: "苏州日东（科技）发展", count: 1000)
    for text in ["王", "😀👩‍👩‍👧", "((((", "））苏州（", "公司公司公司公司", "集团集团", "店", long] {
      let name = CompanyName(parsing: text, with: .standard)
      XCTAssertEqual(name.normalised, TextTables.folding.folded(text))
      XCTAssertEqual(name.key.isEmpty, name.normalised.isEmpty)
    }
  }

  func testNoCharacterIsLost() {
    var generator = Dice(seed: 51)
    let words = [
      "江苏", "苏州市", "（", "）", "昆山", "日东", "Ａbc", "科技", "贸易", "发展", "集团", "有限", "公司", "分公司", "商行",
      "厂", "店", "中心", " ", "中国", "開發區", "😀", "王", "银行", "(有限合伙)", "第一", "股份", "研究院", "镇",
    ]
    for round in 0..<3000 {
      let picked = (0..<Int.random(in: 0...9, using: &generator)).compactMap { _ in
        words.randomElement(using: &generator)
      }
      let text = round % 3 == 0 ? randomText(upTo: 30, using: &generator) : picked.joined()
      let name = CompanyName(parsing: text, with: .standard)
      let joined = name.division + name.tradeName + name.industry + name.form + name.branch
      XCTAssertEqual(joined.unicodeScalars.sorted(), name.normalised.unicodeScalars.sorted(), text)
      // R5.1: what is no part of the name was set aside before.
      let main = NameAsides(text, with: .standard).main
      XCTAssertEqual(name.normalised, TextTables.folding.folded(main), text)
    }
  }
}
