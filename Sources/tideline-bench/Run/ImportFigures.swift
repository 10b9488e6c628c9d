import Assets
import Domain
import FoundationEssentials
import Glibc
import Services
import Storage

/// A table of new customers, read and entered with the collision look-up, as `tideline import` does: beside the same
/// statements bare, with and without those of the look-up, and beside agents who write meanwhile.
struct ImportFigures {
  let base: BenchBase
  private static let rows = 20_000
  private static let writers = 20

  func figures() throws -> [Figure] {
    let bare = try rate(of: ImportFloor(base, isChecking: false), seed: 72)
    let checked = try rate(of: ImportFloor(base, isChecking: true), seed: 73)
    var alone = try figure("import", seed: 71)
    alone.floor = Samples([checked])
    alone.remark += ", floor: the same statements, \(Int(bare)) without the check"
    let writers = Writers(path: base.path, count: ImportFigures.writers)
    let floor = try writers.written(at: base.now) { _ = sleep(Writers.secondsAlone) }
    var beside = alone
    let notes = try writers.written(at: base.now) { beside = try figure("  beside writers", seed: 74) }
    let remark = "\(ImportFigures.writers) processes; floor: the same without an import"
    return [
      alone, beside, Figure(name: "note beside an import", ours: notes, floor: floor, remark: remark),
    ]
  }

  private func rate(of floor: ImportFloor, seed: UInt64) throws -> Double {
    let intake = CustomerIntake(tables: base.rules.tables, policy: try base.rules.policy("channel"))
    var maker = CustomerMaker(seed: seed, first: base.customers)
    return try floor.rate(of: (0..<ImportFigures.rows).compactMap { _ in try? intake.customer(maker.next()) })
  }

  private func figure(_ name: String, seed: UInt64) throws -> Figure {
    let path = "\(base.path).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(csv(seed: seed).utf8).write(to: URL(filePath: path))
    let house = try House(path: base.path, access: .write, rules: base.rules, origin: "command")
    let admin = try Reading.firstAdministrator(in: house)
    var entered = 0
    let took = try Stopwatch.milliseconds {
      let importing = ImportCustomers(
        try ImportFile(path, HeadingReading(.standard)), to: .sea, isDryRun: false)
      entered = try importing.perform(
        by: admin?.id ?? PersonID(1), at: base.now, wallClock: { base.now }, in: house
      ).entered
    }
    let rate = Double(ImportFigures.rows) / took * 1000
    let remark = "\(ImportFigures.rows) rows, \(entered) entered"
    return Figure(name: name, unit: "rows/s", ours: Samples([rate]), remark: remark)
  }

  private func csv(seed: UInt64) -> String {
    var maker = CustomerMaker(seed: seed, first: base.customers)
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
