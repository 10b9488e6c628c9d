import Domain
import Services

/// The search of the check: what was found for what was last written, and what is being looked for.
struct CheckSearch: Sendable {
  /// What was found for `shown`.
  private(set) var found: CheckFound?
  private(set) var shown: CollisionQuery?
  /// Till its answer comes the old one stays.
  private(set) var pending: CollisionQuery?
  /// Its answer will not come.
  private var isLost = false
  /// The answer is late.
  private(set) var isSlow = false

  /// What was looked for last.
  var latest: CollisionQuery? { pending ?? shown }

  mutating func begin(_ query: CollisionQuery) {
    pending = query
    isLost = false
  }

  /// - Returns: whether it is another search than the one shown before; nil where a newer one runs.
  mutating func take(_ found: CheckFound, to query: CollisionQuery) -> Bool? {
    guard query == pending else { return nil }
    let isOther = query != shown
    (self.found, shown, pending, isSlow) = (found, query, nil, false)
    return isOther
  }

  mutating func lose(_ query: CollisionQuery) {
    if query == pending { isLost = true }
  }

  mutating func waitLonger() { isSlow = pending != nil }

  /// What has to be looked for again, as others may have changed a verdict.
  var toRepeat: CollisionQuery? { pending == nil ? shown : isLost ? pending : nil }
}

extension CollisionQuery {
  /// Whether other numbers are looked for than before (R2.2).
  func isOther(than shown: CollisionQuery?) -> Bool {
    phones != shown?.phones || (name != shown?.name && name.contains(where: \.isWholeNumber))
  }

  /// The address tells the area of numbers, and no more.
  func isSameSearch(as other: CollisionQuery?) -> Bool {
    guard var other else { return false }
    other.address = address
    return self == other
  }
}
