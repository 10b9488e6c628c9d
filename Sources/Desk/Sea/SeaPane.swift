import Domain
import Services
import TerminalKit

/// The public sea (公海): what nobody holds, what was released last first, searched while typing.
struct SeaPane: FilteredScreen, ViewScreen {
  private(set) var rows = SeaRows()
  private(set) var choice = SeaChoice.all
  private(set) var isOldestFirst = false
  /// The views one keeps for oneself, by their digits.
  private(set) var kept: [KeptSeaView] = []
  var naming: SeaNaming?
  var filter = FilterField()
  /// The search whose rows are shown; nil before the first.
  private(set) var shown: SeaAsk?
  /// The search that runs: till its rows come the old ones stay.
  private(set) var pending: SeaAsk?
  /// Its answer will not come.
  private var isLost = false
  /// The next page is being read.
  private var isPaging = false
  /// How many the search finds, once they are counted.
  private(set) var matches: Int?
  /// How many fit the filter, whatever the view; nil until they are counted, where this view has none.
  private(set) var fitting: Int?
  /// How many the sea holds; nil before the first answer.
  private(set) var size: Int?
  /// How many were released since, and are not shown yet.
  private(set) var newcomers = 0
  private(set) var detail = Worded<SeaAside>()
  /// The answer is late.
  private(set) var isSlow = false
  /// A pick is on its way.
  private var isPicking = false

  var selected: SeaRow? { rows.selected }

  var subject: Subject? { selected.map { Subject($0.id, name: $0.name) } }

  var targets: [Subject] { list.chosen.compactMap { rows[$0] }.map { Subject($0.id, name: $0.name) } }

  var list: ListState<CustomerID> {
    get { rows.list }
    set { rows.list = newValue }
  }

  var isFiltered: Bool { !(shown?.terms.isEmpty ?? true) }

  // MARK: what is said of the rows

  mutating func take(detail: CustomerView) { self.detail.take(detail) }

  mutating func word(_ context: Context) {
    detail.prepare(columns: context.frame.size.columns, context) { SeaAside($0, context) }
  }

  mutating func waitLonger() { isSlow = pending != nil }

  // MARK: searching

  /// What the view and the filter ask for.
  private func wanted(_ context: Context) -> SeaAsk {
    SeaAsk(terms: terms(of: choice, context), limit: max(50, 2 * height(context)))
  }

  private func terms(of choice: SeaChoice, _ context: Context) -> SeaTerms {
    var terms = SeaFilter(filter.text, context).narrowed(choice.terms(context))
    terms.isOldestFirst = isOldestFirst
    return terms
  }

  /// Searches anew; the search before is called off.
  mutating func search(_ context: Context) -> [Effect] {
    let ask = wanted(context)
    pending = ask
    isLost = false
    return [askFor(ask), .after(150, .slow)]
  }

  /// A kept view has an order of its own.
  mutating func show(_ choice: SeaChoice, _ context: Context) -> [Effect] {
    if let order = choice.kept?.isOldestFirst ?? self.choice.kept.map({ _ in false }) {
      isOldestFirst = order
    }
    self.choice = choice
    return search(context)
  }

  mutating func turnRound(_ context: Context) -> [Effect] {
    isOldestFirst.toggle()
    return search(context)
  }

  /// Reads on before the cursor comes to the end.
  mutating func readOn(_ context: Context) -> [Effect] {
    guard pending == nil, !isPaging, var ask = shown, let next = rows.next,
      let place = list.selectedIndex, place >= list.rows.count - 2 * max(height(context), 1)
    else { return [] }
    isPaging = true
    ask.after = next
    return [askFor(ask)]
  }

  // MARK: answers

  private func askFor(_ search: SeaAsk) -> Effect {
    ask(.sea(search)) { pane, page, context in
      pane.take(page, to: search, context) + pane.readOn(context)
    } else: { pane, _, _ in
      pane.loseAnswer(to: search)
      return []
    }
  }

  private func askForCount(of terms: SeaTerms) -> Effect {
    ask(.seaCount(terms)) { pane, count, context in
      pane.take(count: count, of: terms, context)
      return []
    }
  }

  private mutating func take(_ page: SeaPage, to ask: SeaAsk, _ context: Context) -> [Effect] {
    if ask.isNewSearch { return begin(with: page, ask, context) }
    // A page of a search that is no longer shown.
    guard isPaging, pending == nil, ask.terms == shown?.terms, ask.after == rows.next else { return [] }
    isPaging = false
    rows.append(page)
    size = page.size
    return []
  }

  private mutating func begin(with page: SeaPage, _ ask: SeaAsk, _ context: Context) -> [Effect] {
    guard ask == pending else { return [] }
    (shown, pending, isPaging, isSlow, newcomers) = (ask, nil, false, false, 0)
    rows.replace(with: page)
    size = page.size
    matches = page.next == nil ? page.rows.count : nil
    fitting = nil
    let count: [Effect] = page.next == nil || ask.terms.isEmpty ? [] : [askForCount(of: ask.terms)]
    return [.cancel(.slow)] + count + askBeyondView(page, context) + detailFollows
  }

  /// Where the view has nothing that fits, the whole sea may.
  private func askBeyondView(_ page: SeaPage, _ context: Context) -> [Effect] {
    if !page.rows.isEmpty || choice == .all || filter.isEmpty { return [] }
    return [askForCount(of: terms(of: .all, context))]
  }

  private mutating func take(count: Int, of terms: SeaTerms, _ context: Context) {
    guard pending == nil else { return }
    if terms == shown?.terms {
      matches = count
    } else if terms == self.terms(of: .all, context) {
      fitting = count
    }
  }

  /// What is one's own by now, picked from its card or in a swap, is in the sea no more.
  private mutating func take(_ news: SeaNews, of customers: [CustomerID], _ context: Context) {
    let me = context.session.person.id
    let mine = customers.filter { news.obstacles[$0]?.isHeld(by: me) ?? false }
    rows.learn(news.obstacles, of: customers)
    remove(Set(mine))
    size = news.size
    if pending == nil { newcomers = news.newcomers }
  }

  /// One that was changed in another window is seen as it is now.
  mutating func take(_ kept: [KeptSeaView]) {
    self.kept = kept.sorted { $0.digit < $1.digit }
  }

  /// What was shown before is shown still; the search goes out again when the base is back.
  private mutating func loseAnswer(to ask: SeaAsk) {
    if ask == pending { isLost = true }
    if !ask.isNewSearch { isPaging = false }
  }

  /// Looks what has become of the rows on the screen.
  mutating func lookAgain(_ context: Context) -> [Effect] {
    if isLost, let pending {
      isLost = false
      return [askFor(pending)]
    }
    guard let shown, pending == nil else { return [] }
    let customers = Array(list.rows[list.visibleRows(height: height(context))])
    return [
      ask(.seaNews(of: customers, since: rows.newest, shown.terms)) { pane, news, context in
        if pane.shown?.terms == shown.terms { pane.take(news, of: customers, context) }
        return []
      }
    ]
  }

  // MARK: picking

  /// Picks the selected row, or all that are marked. What was typed before its outcome is seen is dropped.
  mutating func pick() -> [Effect] {
    let targets = targets
    guard !isPicking, !targets.isEmpty else { return [] }
    isPicking = true
    rows.forgetRefusals()
    let pick = run(PickErrand.each(targets)) { pane, outcome, context in
      pane.take(outcome, context)
    } else: { pane, trouble, context in
      pane.isPicking = false
      guard case .refused(let refusal) = trouble, let only = targets.first else { return [] }
      return pane.refused(refusal, to: only, context)
    }
    return [pick, .outside(.discardTypeAhead)]
  }

  private mutating func take(_ outcome: Each<PickErrand>.Outcome, _ context: Context) -> [Effect] {
    isPicking = false
    for refused in outcome.refused { rows.refuse(refused.errand.subject.id, because: refused.reason) }
    remove(Set(outcome.customers))
    return detailFollows + readOn(context)
  }

  /// The row stays, with the reason; where somebody else was first the cursor is one lower (R3.2).
  private mutating func refused(_ refusal: Refusal, to subject: Subject, _ context: Context) -> [Effect] {
    if case .libraryFull = refusal, let row = rows[subject.id] {
      return SwapNewcomer(row)
        .offer(after: .refused(refusal), context, then: SeaPane.swapEnded(for: subject, context))
    }
    rows.refuse(subject.id, because: refusal)
    guard let race = LostRace(refusal, context) else { return [] }
    if list.selection == subject.id { list.move(by: 1) }
    return [.refuse(race.news)] + detailFollows + [.outside(.discardTypeAhead)]
  }

  /// They are in the library now, and no more among those that fit.
  private mutating func remove(_ customers: Set<CustomerID>) {
    let shown = list.rows.count { customers.contains($0) }
    rows.remove(customers)
    matches = matches.map { $0 > SeaAsk.mostCounted ? $0 : $0 - shown }
  }

  private static func swapEnded(for new: Subject, _ context: Context) -> SwapPane.Ending {
    { refusal in
      [
        later(context) { pane, context in
          if let refusal { return pane.refused(refusal, to: new, context) }
          pane.remove([new.id])
          return pane.detailFollows
        }
      ]
    }
  }
}
