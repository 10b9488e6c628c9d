import Domain
import Services
import TerminalKit

/// The collision check, which is the form of an entry (撞单与录入, R5.3-R5.9): it searches while one types, and says what
/// may be done about each hit.
struct CheckPane: ListScreen, ViewScreen {
  var form = CheckForm()
  /// What support answered to it lets this be entered, once.
  private(set) var application: ApplicationID?
  private(set) var search = CheckSearch()
  /// That of the present texts, once it was left.
  private(set) var receipt: ReceiptCode?
  /// What was searched last that found somebody, while no receipt says so.
  var seen: CollisionQuery?
  /// Of the hit that was signed.
  private var axis: (customer: CustomerID, view: AxisView)?
  private(set) var lines = CheckLines(.entry)
  private(set) var hits = ListState<Int>()
  /// Keys are text of a field; else they are about the hits, or about the lines above them.
  var isInFields = true
  private(set) var isInHits = true
  /// `r` was pressed: Enter sends the form to support.
  var isApplying = false
  /// The hit is explained in full.
  private(set) var isExplaining = false
  /// Why an application is refused, while it is typed.
  var refusing: FilterField?
  /// What was in the form before one came here anew.
  private(set) var earlier: (form: CheckForm, application: ApplicationID?)?
  private var hasAppeared = false
  /// Something is on its way to the base; a further key waits for what comes of it.
  private var isBusy = false

  init() {}

  /// With a number filled in, of a call that came in (R5.11).
  init(number: String) {
    form[number.looksLikeMobile ? .mobile : .phone] = number
  }

  var choice: CheckChoice { lines.choice }

  var item: CheckItem? { choice == .entry ? nil : lines.selected }

  var hit: CollisionHit? {
    guard choice == .entry, let found = search.found, let index = hits.selection else { return nil }
    return found.hits.indices.contains(index) ? found.hits[index] : nil
  }

  /// The customers of the hits in the lower half.
  private var customers: [CustomerID?] {
    choice == .entry ? (search.found?.hits ?? []).map(\.customer) : lines.hits.map(\.customer)
  }

  var hitCustomer: CustomerID? {
    hits.selection.flatMap { customers.indices.contains($0) ? customers[$0] : nil }
  }

  var subject: Subject? { hit.flatMap { hit in hit.customer.map { Subject($0, name: hit.name) } } }

  /// Whether what is shown was found for what is written.
  var isCurrent: Bool { search.pending == nil && search.shown == form.query }

  /// Whether nothing found stands against an entry.
  var mayEnter: Bool {
    isCurrent && search.found?.verdict == .mayEnter && search.found?.problem == nil
  }

  var shownAxis: AxisView? { axis.flatMap { $0.customer == hit?.customer ? $0.view : nil } }

  // MARK: searching

  /// Support, which enters nobody, looks at what waits for it.
  mutating func appear(_ context: Context) -> [Effect] {
    let isFirst = !hasAppeared
    hasAppeared = true
    let answers = context.session.allows(.answerApplication) && !context.session.allows(.enter)
    if isFirst && answers && form.isEmpty { return show(.queue, context) }
    return search.shown == nil ? lookFor() + refresh(context) : refresh(context)
  }

  /// Ready for another company: what was in the form is one key away. Typed on there, it would run as commands.
  mutating func arrive(_ context: Context) -> [Effect] {
    guard context.session.allows(.enter) else { return appear(context) }
    hasAppeared = true
    if !form.isEmpty {
      earlier = (form, application)
      clear()
    }
    return [.cancel(.slow)] + show(.entry, context)
  }

  mutating func refresh(_ context: Context) -> [Effect] {
    choice == .entry ? search.toRepeat.map { begin($0) } ?? [] : [askForItems]
  }

  /// Searches for what is written now; the search before is called off.
  mutating func lookFor() -> [Effect] {
    let query = form.query
    guard query != search.latest else { return [] }
    if !query.isSameSearch(as: search.latest) { receipt = nil }
    if form.hasTerms { return begin(query) }
    (search, hits, application) = (CheckSearch(), ListState(), nil)
    return [.cancel(.slow)]
  }

  private mutating func begin(_ query: CollisionQuery) -> [Effect] {
    let isNew = query.isOther(than: search.shown)
    search.begin(query)
    let found = ask(.check(query, isNew: isNew)) { pane, found, _ in
      pane.take(found, to: query)
    } else: { pane, _, _ in
      pane.search.lose(query)
      return []
    }
    return [found, .after(150, .slow)]
  }

  private mutating func take(_ found: CheckFound, to query: CollisionQuery) -> [Effect] {
    guard let isOther = search.take(found, to: query) else { return [] }
    if found.hits.contains(where: \.counts) && receipt == nil { seen = query }
    if choice == .entry {
      hits.update(rows: Array(found.hits.indices))
      if isOther { hits.moveToFirst() }
    }
    return [.cancel(.slow)] + askForAxis
  }

  /// What the hit's segment lies in, where it was signed (section 9).
  private var askForAxis: [Effect] {
    guard case .held(let segment, _) = hit?.reason, segment > .held, let id = hit?.customer,
      axis?.customer != id
    else { return [] }
    return [ask(.axis(id)) { pane, view in pane.axis = view.map { (id, $0) } }]
  }

  /// Ready for the next company.
  private mutating func clear() {
    (form, search, hits) = (CheckForm(), CheckSearch(), ListState())
    seen = nil
    (receipt, application, isInFields, isApplying, isExplaining) = (nil, nil, true, false, false)
  }

  // MARK: the lists

  func views(_ context: Context) -> [CheckChoice] { CheckChoice.all(context) }

  mutating func show(_ choice: CheckChoice, _ context: Context) -> [Effect] {
    lines = CheckLines(choice)
    (isInFields, isInHits, isExplaining) = (choice == .entry, choice == .entry, false)
    countHits()
    return refresh(context)
  }

  private var askForItems: Effect {
    let choice = choice
    return ask(.shelf(choice)) { pane, items, _ in
      guard choice == pane.choice else { return [] }
      pane.lines.take(items)
      pane.countHits()
      return pane.askForReceipt
    }
  }

  /// The hits below are those of the selected line.
  private var askForReceipt: [Effect] {
    guard let code = lines.toRead else { return [] }
    return [
      ask(.receipt(code)) { pane, receipt in
        pane.lines.take(receipt)
        pane.countHits()
      }
    ]
  }

  private mutating func countHits() { hits = ListState(rows: Array(customers.indices)) }

  /// Once more the same check, or the entry that was allowed.
  mutating func takeUp(_ form: CheckForm, for application: ApplicationID?, _ context: Context) -> [Effect] {
    self.form = form
    self.application = application ?? self.application
    return show(.entry, context) + lookFor()
  }

  // MARK: moving

  /// The lines above and the hits below are one list for the keys: those of the half one is in.
  var list: ListState<Int> {
    get { isInHits ? hits : lines.list }
    set { if isInHits { hits = newValue } else { lines.list = newValue } }
  }

  func height(_ context: Context) -> Int {
    let layout = CheckLayout(self, context)
    return isInHits ? layout.hitRows : layout.listRows
  }

  mutating func settle(_ context: Context) {
    let layout = CheckLayout(self, context)
    _ = hits.scroll(toShow: layout.hitRows)
    _ = lines.list.scroll(toShow: layout.listRows)
  }

  func askForDetail() -> [Effect] { choice == .entry ? askForAxis : askForReceipt }

  mutating func moved(from before: Int?, _ context: Context) -> [Effect] {
    if !isInHits { countHits() }
    return detailFollows
  }

  mutating func timer(_ timer: TimerName, _ context: Context) -> [Effect] {
    if timer == .slow { search.waitLonger() }
    return timer == .detail ? askForDetail() : []
  }

  mutating func switchHalf() -> [Effect] {
    isInHits.toggle()
    return []
  }

  mutating func explain() -> [Effect] {
    isExplaining.toggle()
    return []
  }

  mutating func escape(_ context: Context) -> [Effect]? {
    guard isExplaining else { return nil }
    isExplaining = false
    return []
  }

  // MARK: what comes of it

  /// A further key waits for what comes of it.
  mutating func begin<E: Errand>(
    _ errand: E,
    then done: @escaping @Sendable (inout CheckPane, E.Outcome, Context) -> [Effect] = { _, _, _ in [] },
    else failed: @escaping @Sendable (inout CheckPane, Trouble, Context) -> [Effect] = { _, _, _ in [] }
  ) -> [Effect] {
    if isBusy { return [] }
    isBusy = true
    let errand = run(errand) { pane, outcome, context in
      pane.isBusy = false
      return done(&pane, outcome, context)
    } else: { pane, trouble, context in
      pane.isBusy = false
      if case .refused(let refusal) = trouble { pane.goOn(after: refusal) }
      return failed(&pane, trouble, context)
    }
    return [errand, .outside(.discardTypeAhead)]
  }

  /// What the transaction found is what counts: its hits are shown, with their receipt. Nil: it was entered.
  mutating func goOn(after refusal: Refusal?) {
    switch refusal {
    case nil:
      clear()
      // What is typed next is meant for the customer that was entered, or leads away from it.
      isInFields = false
    case .collision(let receipt):
      self.receipt = receipt.code
      seen = nil
      isInFields = false
    case .invalidField(let name, _): CheckField(refused: name).map { _ = enterFields(at: $0) }
    default: break
    }
  }

  mutating func take(_ receipt: Receipt, of query: CollisionQuery) {
    if query == form.query { self.receipt = receipt.code }
    seen = nil
  }

  mutating func leaveFields() { (isInFields, isApplying) = (false, false) }
}

extension CheckField {
  /// The field an act names when it refuses what is written there.
  fileprivate init?(refused name: String) {
    switch name {
    case "landline", "landline_or_mobile": self = .phone
    default: self.init(rawValue: name)
    }
  }
}

extension String {
  /// Eleven digits that begin as those of mobiles do.
  fileprivate var looksLikeMobile: Bool {
    let digits = filter(\.isWholeNumber)
    return digits.count == 11 && digits.first == "1" || digits.hasPrefix("861") && digits.count == 13
  }
}
