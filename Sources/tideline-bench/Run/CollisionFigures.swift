import Domain
import Services
import Storage

/// Whether a new customer with four numbers is known already. The floor looks for the numbers at once, and for the name
/// in the full-text index.
struct CollisionFigures {
  let base: BenchBase

  func figures() throws -> [Figure] {
    let intake = CustomerIntake(tables: base.rules.tables, policy: try base.rules.policy("channel"))
    var maker = CustomerMaker(seed: 61, first: base.customers + 500_000)
    let forms = (0..<100).map { _ in form(&maker) }
    let queries = forms.map {
      CollisionQuery(name: $0.name, phones: $0.phones, mobiles: $0.mobiles, address: $0.address)
    }
    let candidates = try forms.map { try intake.customer($0) }
    let numbers = try base.bare.statement(
      "SELECT DISTINCT customer FROM number WHERE collision_key IN (?, ?, ?, ?) LIMIT 5")
    let names = try base.bare.statement(
      "SELECT rowid FROM customer_grams WHERE customer_grams MATCH ? LIMIT 50")
    let matches = candidates.map { candidate in
      base.rules.tables.folding.grams(of: candidate.name).map { "\"\($0)\"" }.joined(separator: " AND ")
    }
    var figure = try Comparison.figure("collision check, 4 numbers", rounds: 400) {
      _ = try CollisionLook.read(
        queries[$0 % queries.count], by: base.agent($0), at: base.now, in: base.reader)
    } floor: {
      let index = $0 % candidates.count
      let keys = candidates[index].numbers.map { BareStatement.Value.text($0.collisionKey) }
      try numbers(keys[0], keys[1], keys[2], keys[3])
      try names(.text(matches[index]))
    }
    figure.remark = "name, key, part of the name, numbers, verdicts; floor: numbers, and a full-text match"
    return [figure]
  }

  private func form(_ maker: inout CustomerMaker) -> CustomerForm {
    var (form, other) = (maker.next(), maker.next())
    while form.mobiles.isEmpty { form = maker.next() }
    while other.mobiles.isEmpty { other = maker.next() }
    form.phones += other.phones
    form.mobiles += other.mobiles
    form.faxes = []
    return form
  }
}
