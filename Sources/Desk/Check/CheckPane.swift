import Domain
import Services
import TerminalKit

/// The collision check, which is the form of an entry (撞单与录入, R5.3-R5.9): it searches while one types, and says what
/// may be done about each hit.
struct CheckPane: Pane {
  var choice = CheckChoice.entry
  var form = CheckForm()
  /// What support answered to it lets this be entered, once.
  var application: ApplicationID?
  /// Keys are text of a field; else they are about the hits.
  var isInFields = true
  /// What was found for `shown`.
  private(set) var found: CheckFound?
  private(set) var shown: CollisionQuery?
  /// The search that runs: till its answer comes the old one stays.
  private(set) var pending: CollisionQuery?
  /// Its answer will not come.
  private var isLost = false
  /// The answer is late.
  var isSlow = false
  var hits = ListState<Int>()
  /// Of the hit that was signed.
  var axis: (customer: CustomerID, view: AxisView)?
  /// That of the present texts, once it was left.
  var receipt: ReceiptCode?
  var hasAppeared = false
  /// Something is on its way to the base; a further key waits for what comes of it.
  var isBusy = false
  /// `r` was pressed: Enter sends the form to support.
  var isApplying = false
  /// The hit is explained in full.
  var isExplaining = false
  /// The lines of a list, above the hits.
  var items: [CheckItem] = []
  var list = ListState<Int>()
  /// The receipt of the selected line, with what was found.
  var kept: KeptReceipt?
  /// The keys are about the hits, not about the lines above them.
  var isInHits = true
  /// Why an application is refused, while it is typed.
  var refusing: FilterField?

  init() {}

  /// With a number filled in, of a call that came in (R5.11).
  init(number: String) {
    form[number.looksLikeMobile ? .mobile : .phone] = number
  }

  var hit: CollisionHit? {
    guard choice == .entry, let found, let index = hits.selection else { return nil }
    return found.hits.indices.contains(index) ? found.hits[index] : nil
  }

  var hitCustomer: CustomerID? {
    hits.selection.flatMap { customers.indices.contains($0) ? customers[$0] : nil }
  }

  var subject: Subject? { hit.flatMap { hit in hit.customer.map { Subject($0, name: hit.name) } } }

  /// Whether what is shown was found for what is written.
  var isCurrent: Bool { pending == nil && shown == form.query }

  /// Whether nothing found stands against an entry.
  var mayEnter: Bool { isCurrent && found?.verdict == .mayEnter && found?.problem == nil }

  // MARK: searching

  /// Searches for what is written now; the search before is called off.
  mutating func search() -> [Effect] {
    let query = form.query
    guard query != pending ?? shown else { return [] }
    if !query.isSameSearch(as: pending ?? shown) { receipt = nil }
    guard form.hasTerms else {
      (found, shown, pending, hits) = (nil, nil, nil, ListState())
      application = nil
      return [.cancel(.slow)]
    }
    return begin(query)
  }

  private mutating func begin(_ query: CollisionQuery) -> [Effect] {
    pending = query
    isLost = false
    let found = ask(.check(query)) { pane, found, _ in
      pane.take(found, to: query)
    } else: { pane, _, _ in
      if query == pane.pending { pane.isLost = true }
      return []
    }
    return [found, .after(150, .slow)]
  }

  private mutating func take(_ found: CheckFound, to query: CollisionQuery) -> [Effect] {
    guard query == pending else { return [] }
    let isSame = query == shown
    (shown, pending, isSlow) = (query, nil, false)
    show(found)
    if !isSame && choice == .entry { hits.moveToFirst() }
    return [.cancel(.slow)] + askAxis()
  }

  mutating func show(_ found: CheckFound?) {
    self.found = found
    if choice == .entry { hits.update(rows: Array((found?.hits ?? []).indices)) }
  }

  /// What the hit's segment lies in, where it was signed (section 9).
  func askAxis() -> [Effect] {
    guard case .held(let segment, _) = hit?.reason, segment > .held, let id = hit?.customer,
      axis?.customer != id
    else { return [] }
    return [ask(.axis(id)) { pane, view in pane.axis = view.map { (id, $0) } }]
  }

  var shownAxis: AxisView? { axis.flatMap { $0.customer == hit?.customer ? $0.view : nil } }

  /// What others did may have changed a verdict.
  mutating func lookAgain() -> [Effect] {
    if let pending { return isLost ? begin(pending) : [] }
    return shown.map { begin($0) } ?? []
  }

  /// Ready for the next company.
  mutating func clear() {
    form = CheckForm()
    (found, shown, pending, hits) = (nil, nil, nil, ListState())
    (receipt, application, isInFields, isApplying, isExplaining) = (nil, nil, true, false, false)
  }
}

extension CollisionQuery {
  /// The address tells the area of numbers, and no more.
  fileprivate func isSameSearch(as other: CollisionQuery?) -> Bool {
    guard var other else { return false }
    other.address = address
    return self == other
  }
}

extension String {
  /// Eleven digits that begin as those of mobiles do.
  fileprivate var looksLikeMobile: Bool {
    let digits = filter(\.isWholeNumber)
    return digits.count == 11 && digits.first == "1" || digits.hasPrefix("861") && digits.count == 13
  }
}
