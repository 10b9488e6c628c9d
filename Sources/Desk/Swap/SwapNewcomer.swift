import Domain
import Services

/// Who is to come into the full library.
enum SwapNewcomer: Sendable {
  /// A customer of the sea, from a row or from its card; `releasedAt` is nil for one that was never held.
  case picked(Subject, intent: String, releasedAt: Instant?)
  /// One that is new to the house, from the check.
  case entered(CustomerForm, application: ApplicationID?)

  init(_ row: SeaRow) {
    self = .picked(Subject(row.id, name: row.name), intent: row.intent, releasedAt: row.releasedAt)
  }

  init(_ customer: Customer) {
    let subject = Subject(customer.id, name: customer.name)
    self = .picked(subject, intent: customer.intent, releasedAt: customer.releasedAt)
  }

  /// The library is full: what is offered instead (R3.4). Nothing where it was something else.
  /// - Parameter ended: what the pane that offers it makes of the end.
  func offer(
    after trouble: Trouble, _ context: Context, then ended: @escaping SwapPane.Ending = { _ in [] }
  ) -> [Effect] {
    guard case .refused(.libraryFull(let held, let capacity)) = trouble else { return [] }
    let full = context.words("swap.full\(variant)", ["held": String(held), "capacity": String(capacity)])
    return [.offer(SwapPane(for: self, then: ended), saying: full), .outside(.discardTypeAhead)]
  }

  /// What the keys of its words end in.
  var variant: String {
    switch self {
    case .picked: ""
    case .entered: ".new"
    }
  }

  func text(_ context: Context) -> String {
    switch self {
    case .picked(let subject, let intent, let releasedAt):
      let date = releasedAt.map(ClockWords(context).dueDate) ?? "-"
      return context.words("swap.wanted\(variant)", ["name": subject.name, "intent": intent, "date": date])
    case .entered(let form, _): return context.words("swap.wanted\(variant)", ["name": form.name])
    }
  }
}

extension Pane {
  /// Picks from a list that knows no more of a customer than its name; full, the swap is offered (R3.4).
  func picking(_ subject: Subject) -> [Effect] {
    let pick = run(PickErrand(subject)) { _, _, _ in
      []
    } else: { pane, trouble, _ in
      guard case .refused(.libraryFull) = trouble else { return [] }
      return [
        pane.ask(.customer(subject.id)) { _, view, context in
          SwapNewcomer(view.customer).offer(after: trouble, context)
        }
      ]
    }
    return [pick, .outside(.discardTypeAhead)]
  }
}
