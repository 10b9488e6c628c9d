import Domain
import Storage

/// The rows of a table that would have gone in: names, keys and numbers by which the collision check would find them,
/// were they in the house (R12.3).
struct SeenRows {
  private var rows: [String: (row: Int, name: String)] = [:]

  /// An earlier row that is the same customer, and what is the same.
  func twin(of new: NewCustomer) -> RowRefusal? {
    var terms = [("=" + new.folded, new.name)]
    // As in the house: a bare trade or industry word finds nobody.
    for company in new.companyName?.all ?? [] {
      terms.append(("=" + company.normalised, new.name))
      if !company.isWeak { terms.append(("~" + company.key, company.key)) }
    }
    for number in new.numbers {
      let key = NumberKey(number.collisionKey)
      terms.append((key.text, number.display))
      guard let digits = key.localDigits else { continue }
      terms.append(((key.hasNoArea ? "_" : "?") + digits, number.display))
    }
    for (term, text) in terms {
      if let twin = rows[term] { return .twin(row: twin.row, name: twin.name, matched: text) }
    }
    return nil
  }

  mutating func add(_ new: NewCustomer, row: Int) {
    let row = (row, new.name)
    rows["=" + new.folded] = row
    for company in new.companyName?.all ?? [] {
      rows["=" + company.normalised] = row
      rows["~" + company.key] = row
    }
    for number in new.numbers {
      let key = NumberKey(number.collisionKey)
      rows[key.text] = row
      // A number typed without its area finds those that have one.
      if !key.hasNoArea, let digits = key.localDigits { rows["_" + digits] = row }
    }
  }
}
