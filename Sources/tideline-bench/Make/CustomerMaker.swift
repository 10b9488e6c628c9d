import Assets
import Domain
import Services
import Storage

/// Makes customers as somebody would type them: a name, an address, numbers of their own, a contact.
struct CustomerMaker {
  private var names: NameMaker
  private var numbers: SeededNumbers
  private let mobilePrefixes: [String]
  private let trades: [String]
  private let people: [String]
  private let titles: [String]
  /// How many were made; numbers are told apart by it.
  private var serial: Int

  /// - Parameter first: of two makers whose serials don't overlap, no two customers share a number (below 4 million).
  init(seed: UInt64, first: Int = 0) {
    numbers = SeededNumbers(seed: seed)
    names = NameMaker(using: &numbers)
    let demo = Table("demo/customers.tsv").rows.filter { $0.count > 8 }
    people = demo.map { String($0[1]) }
    titles = demo.map { String($0[2]) }
    trades = Array(Set(demo.map { String($0[8]) })).sorted()
    mobilePrefixes = Table("tables/mobile_prefixes.tsv").rows.compactMap { $0.first.map(String.init) }
      .filter { $0.utf8.count == 3 }
    serial = first
  }

  mutating func next() -> CustomerForm {
    let name = names.next(using: &numbers)
    defer { serial += 1 }
    var form = CustomerForm(name: name.text, address: address(name.site))
    form.phones = [landline(2 * serial, name.site)]
    form.faxes = numbers.percent(60) ? [landline(2 * serial + 1, name.site)] : []
    form.mobiles = numbers.percent(60) ? [mobile()] : []
    if numbers.percent(80) {
      form.contact = numbers.one(of: people) ?? ""
      form.contactTitle = numbers.one(of: titles) ?? ""
    }
    form.industry = numbers.percent(90) ? numbers.skewed(of: trades) ?? "" : ""
    form.source = numbers.one(of: ["展会", "网络", "转介绍", ""]) ?? ""
    form.intent = numbers.percent(35) ? numbers.skewed(of: ["C", "B", "A"]) ?? "" : ""
    return form
  }

  /// The next one whose name tells it from others: a town and a trade alone do not.
  mutating func nextAccepted(by intake: CustomerIntake) throws -> NewCustomer {
    while true {
      do {
        return try intake.customer(next())
      } catch Refusal.invalidField("name", _) {
        continue
      }
    }
  }

  private mutating func address(_ site: Site) -> String {
    "\(site.address)\(numbers.one(of: ["金枫", "长江", "创业", "东环", "木渎"]) ?? "")路\(numbers.within(1...999))号"
  }

  /// The multiplier has no factor in common with the count of numbers, so that each serial has its own.
  private func landline(_ serial: Int, _ site: Site) -> String {
    let own = 2_000_000 + serial * 4_838_707 % 8_000_000
    return "\(site.areaCode)-\(site.digits == 8 ? "6" : "")\(own)"
  }

  private mutating func mobile() -> String {
    let digits = String(100_000_000 + serial * 61_803_399 % 100_000_000).dropFirst()
    return (numbers.one(of: mobilePrefixes) ?? "139") + digits
  }
}
