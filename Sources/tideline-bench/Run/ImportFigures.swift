import Domain
import FoundationEssentials
import Services

/// A table of new customers, read and entered with the collision look-up, as `tideline import` does.
struct ImportFigures {
  let base: BenchBase
  private static let rows = 20_000

  func figures() throws -> [Figure] {
    let path = "\(base.path).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(csv.utf8).write(to: URL(filePath: path))
    let house = try House(path: base.path, access: .write, rules: base.rules, origin: "command")
    guard let admin = try Reading.firstAdministrator(in: house) else { return [] }
    var entered = 0
    let took = try Stopwatch.milliseconds {
      let importing = ImportCustomers(try ImportFile(path), to: .sea, isDryRun: false)
      entered = try importing.perform(
        by: admin.id, at: base.now, wallClock: { base.now }, in: house
      ).entered
    }
    let rate = Double(ImportFigures.rows) / took * 1000
    let remark = "\(ImportFigures.rows) rows, \(entered) entered"
    return [Figure(name: "import", unit: "rows/s", ours: Samples([rate]), remark: remark)]
  }

  private var csv: String {
    var maker = CustomerMaker(seed: 71, first: base.customers)
    var text = "公司名称,固定电话,传真,手机,联系人,职务,经营地址,行业,来源,意向级别,备注\n"
    for _ in 0..<ImportFigures.rows {
      let form = maker.next()
      let cells: [String?] = [
        form.name, form.phones.first, form.faxes.first, form.mobiles.first, form.contact, form.contactTitle,
        form.address, form.industry, form.source, form.intent, "",
      ]
      text += cells.map { $0 ?? "" }.joined(separator: ",") + "\n"
    }
    return text
  }
}
