import Assets
import TestSupport
import XCTest

@testable import Domain

/// R5.1, R5.2: how names are filled in, and other programs got wrong.
final class NameFieldTests: XCTestCase {
  private func name(_ text: String) -> CompanyName { CompanyName(parsing: text, with: .standard) }

  private func asides(_ text: String) -> NameAsides { NameAsides(text, with: .standard) }

  func testNamesKnownAndChecked() throws {
    let rows = try Fixture.rows("field_pairs.tsv")
    XCTAssertEqual(rows.count, 12)
    for row in rows {
      let (stored, checked) = (name(row["stored"] ?? ""), name(row["checked"] ?? ""))
      for match in [Match.of(stored, checked), Match.of(checked, stored)] {
        if row["expected"] == "hit" {
          XCTAssertEqual(match?.counts, true, "\(row)")
        } else {
          XCTAssertNotEqual(match?.isCertain, true, "\(row)")
        }
      }
    }
  }

  func testWhatIsNoPartOfAName() {
    let plain = "苏州海纳智能装备有限公司"
    for text in [
      "12、\(plain)", "（3）\(plain)", "③\(plain)", "1-\(plain)", "一、\(plain)", "１．\(plain)", "【大客户】\(plain)",
      "\(plain)（重复2）", "[VIP]\(plain)", "\(plain)-老客户", "★\(plain)★", "已签约：\(plain)", "\(plain) 重复 老客户",
      "\(plain)(原苏州海川机械厂)", "\(plain)（曾用名：苏州海川）", "\(plain)，前身为苏州海川机械厂", "\(plain)/苏州海川机械厂",
      "\(plain)13900139222", "\(plain) 电话：0512-62010001", "苏州(0512-62010001)海纳智能装备有限公司",
    ] {
      XCTAssertEqual(name(text).normalised, plain, text)
      XCTAssertEqual(name(text).key, name(plain).key, text)
    }
  }

  func testWhatIsPartOfAName() {
    for text in [
      "3M中国有限公司", "2.5次元文化有限公司", "58同城", "7-Eleven便利店", "上海1号店", "日东（苏州）电力公司", "(原创)文化传媒有限公司",
      "原点科技有限公司", "New Balance (China)", "新 东方", "AC/DC Power", "91320594MA1WXYZ123", "一品、二品食品店", "（重复）",
      "老客户", "苏州鼎晟投资合伙企业(有限合伙)",
    ] {
      XCTAssertEqual(TextTables.folding.folded(asides(text).main), TextTables.folding.folded(text), text)
      XCTAssertEqual(asides(text).others, [], text)
    }
  }

  func testFormerAndSecondNames() {
    XCTAssertEqual(asides("苏州海纳有限公司(原：苏州海川有限公司)").others, ["苏州海川有限公司"])
    XCTAssertEqual(asides("苏州海纳有限公司（曾用名苏州海川有限公司、苏州海山厂）").others, ["苏州海川有限公司", "苏州海山厂"])
    XCTAssertEqual(asides("苏州海纳有限公司／苏州海川有限公司").others, ["苏州海川有限公司"])
    XCTAssertEqual(asides("Haina Ltd. (formerly Haichuan Ltd.)").others, ["Haichuan Ltd."])
    let renamed = name("苏州海川机械有限公司（已更名为苏州海纳智能装备有限公司）")
    XCTAssertEqual(Match.of(name("昆山海纳智能装备有限公司"), renamed)?.by, .key)
    XCTAssertEqual(Match.of(renamed, name("苏州海纳智能装备有限公司"))?.by, .name)
  }

  func testNumbersInNames() {
    XCTAssertEqual(NameNumbers("苏州海纳有限公司13900139222", with: .standard).numbers, ["13900139222"])
    XCTAssertEqual(NameNumbers("苏州海纳有限公司 手机：139 0013 9222", with: .standard).name, "苏州海纳有限公司")
    XCTAssertEqual(NameNumbers("海纳2026年展会", with: .standard).numbers, [])
  }

  func testEnglishForms() {
    let forms = [
      "Co., Ltd.", "CO.,LTD", "Company Limited", "Inc.", "Corp.", "Corporation", "L.L.C", "Limited", "Co",
    ]
    for form in forms {
      let read = name("Haina Precision Machinery \(form)")
      XCTAssertEqual(read.key, "hainaprecisionmachinery", form)
      XCTAssertEqual(Match.of(read, name("HAINA PRECISION MACHINERY PTE LTD"))?.counts, true, form)
    }
    XCTAssertEqual(name("Cisco").key, "cisco", "an ending that is no word of its own is no form")
    XCTAssertEqual(name("Limited").key, "limited")
  }

  func testInstitutionsAreToldApartByTheirPlace() {
    for (one, other) in [
      ("太仓市中医医院", "常熟市中医医院"), ("北京市第四中学", "上海市第四中学"), ("昆山市人民法院", "太仓市人民法院"),
      ("中国工商银行苏州新区支行", "中国工商银行苏州园区支行"), ("第三人民医院", "苏州市第三人民医院"),
    ] {
      let match = Match.of(name(one), name(other))
      XCTAssertNotEqual(match?.isCertain, true, one)
      XCTAssertEqual(match?.counts, true, one)
    }
    XCTAssertEqual(Match.of(name("江苏省苏州市第三人民医院"), name("苏州第三人民医院"))?.doubt, nil, "the same place")
    XCTAssertEqual(Match.of(name("苏州海纳医院管理有限公司"), name("昆山海纳医院管理有限公司"))?.isCertain, true, "a company")
  }

  func testCooperativesAndBranches() {
    for form in ["专业合作社", "农民专业合作社", "农民合作社", "经济合作社", "专业合作社联合社"] {
      XCTAssertEqual(name("阳谷县远航种植\(form)").key, "远航种植", form)
    }
    for (text, branch) in [
      ("苏州海纳电子第一分公司", "第一分公司"), ("海纳电子第二十分公司", "第二十分公司"), ("苏州海纳电子三分厂", "三分厂"),
      ("海纳电子昆山分公司", "昆山分公司"), ("苏州海纳电子有限公司第一分公司", "第一分公司"),
    ] {
      XCTAssertEqual(name(text).branch, branch, text)
      XCTAssertEqual(name(text).key, "海纳电子", text)
    }
  }

  /// R5.2: what nobody sees can't make another name of it.
  func testInvisibleCharactersAndSymbolsAreFoldedAway() {
    let plain = TextTables.folding.folded("苏州海纳电子有限公司")
    var tried = 0
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value),
        scalar.isInvisible || scalar.properties.isDefaultIgnorableCodePoint
      else { continue }
      tried += 1
      if tried % 97 == 0 || value < 0x3000 || (0xF000...0xFFFF).contains(value) {
        let hidden = TextTables.folding.folded("苏州\(scalar)海纳电子有限公司")
        XCTAssertEqual(hidden, plain, String(value, radix: 16))
      }
    }
    XCTAssertGreaterThan(tried, 100_000)
    for mark in [
      "\u{3164}", "\u{FFA0}", "\u{2800}", "\u{FFFC}", "\u{E123}", "\u{115F}", "\u{180B}", "★", "→", "¥", "😀",
    ] {
      XCTAssertEqual(TextTables.folding.folded("苏\(mark)州海纳电子有限公司\(mark)"), plain, mark)
    }
    XCTAssertEqual(TextTables.folding.folded("\u{3164}\u{FFA0}"), "")
  }

  /// A name with any of what people put around it has the same key.
  func testDecoratedNamesHaveTheSameKey() {
    var dice = Dice(seed: 613)
    let trades = ["海纳", "云岭", "鼎晟", "日东", "启航", "拓宝", "华康"]
    let industries = ["电子", "精密机械", "智能装备", "生物科技", "建材", "纺织", "物流"]
    let before = ["", "1.", "12、", "(3)", "②", "【老客户】", "★", "（重复）", "\u{3164}", "老客户："]
    let behind = [
      "", "（重点）", "13900139222", " 0512-62010001", "(原云山五金厂)", "（曾用名：苏州云山五金厂）", "/苏州云山五金厂", "-已签约",
      "\u{2800}",
    ]
    for _ in 0..<500 {
      let plain =
        "苏州" + (trades.randomElement(using: &dice) ?? "") + (industries.randomElement(using: &dice) ?? "")
        + "有限公司"
      let text =
        (before.randomElement(using: &dice) ?? "") + plain + (behind.randomElement(using: &dice) ?? "")
      XCTAssertEqual(name(text).key, name(plain).key, text)
      XCTAssertEqual(name(text).normalised, name(plain).normalised, text)
    }
  }
}
