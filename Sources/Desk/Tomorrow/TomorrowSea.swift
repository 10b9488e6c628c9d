import Domain
import Services
import TerminalKit

/// What the sea has for tomorrow's list: class 0, what was released last first; picked, it is new (R7.5).
extension TomorrowPane {
  /// More than these nobody looks through for two that are missing.
  private static let mostOffered = 200

  private func terms(_ context: Context) -> SeaTerms {
    var terms = SeaTerms()
    terms.intents = [context.policy.lowestLevel]
    return choice == .sea ? SeaFilter(filter.text, context).narrowed(terms) : terms
  }

  func askForSea(_ context: Context) -> [Effect] {
    let terms = terms(context)
    let search = SeaAsk(terms: terms, limit: TomorrowPane.mostOffered)
    return [
      ask(.sea(search, for: .tomorrow)) { pane, page, context in
        guard pane.terms(context) == terms else { return [] }
        var rows = pane.sea ?? SeaRows()
        rows.replace(with: page)
        pane.sea = rows
        return pane.choice == .sea ? pane.detailFollows : []
      }
    ]
  }

  /// Looks what has become of the rows on the screen.
  func lookAtSea(_ context: Context) -> [Effect] {
    let customers = Array(list.rows[list.visibleRows(height: height(context))])
    let (terms, me) = (terms(context), context.session.person.id)
    return [
      ask(.seaNews(of: customers, since: nil, terms)) { pane, news in
        pane.sea?.learn(news.obstacles, of: customers)
        pane.sea?.remove(Set(customers.filter { news.obstacles[$0]?.isHeld(by: me) ?? false }))
      }
    ]
  }

  // MARK: picking

  /// What is picked leaves the sea and is on the list; what could not be says why in its row.
  mutating func pick() -> [Effect] {
    let targets = targets
    guard !targets.isEmpty, beginAct() else { return [] }
    sea?.forgetRefusals()
    let pick = run(Each(targets.map { PickForTomorrowErrand($0) })) { pane, outcome, _ in
      pane.endAct()
      for refused in outcome.refused { pane.sea?.refuse(refused.errand.subject.id, because: refused.reason) }
      pane.sea?.remove(Set(outcome.customers))
      return pane.detailFollows
    } else: { pane, trouble, context in
      pane.endAct()
      guard case .refused(let refusal) = trouble, let only = targets.first else { return [] }
      return pane.refused(refusal, to: only, context)
    }
    return [pick, .outside(.discardTypeAhead)]
  }

  /// The row stays, with the reason; where somebody else was first the cursor is one lower (R3.2).
  private mutating func refused(_ refusal: Refusal, to subject: Subject, _ context: Context) -> [Effect] {
    if case .libraryFull = refusal, let row = sea?[subject.id] {
      return SwapNewcomer(row)
        .offer(after: .refused(refusal), context, then: TomorrowPane.swapEnded(for: subject, context))
    }
    sea?.refuse(subject.id, because: refusal)
    guard let race = LostRace(refusal, context) else { return [] }
    if list.selection == subject.id { list.move(by: 1) }
    return [.refuse(race.news)] + detailFollows
  }

  private static func swapEnded(for new: Subject, _ context: Context) -> SwapPane.Ending {
    { refusal in
      [
        later(context) { pane, context in
          if let refusal { return pane.refused(refusal, to: new, context) }
          pane.sea?.remove([new.id])
          return [.run(ListErrand(new))]
        }
      ]
    }
  }
}
