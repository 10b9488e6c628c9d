import Domain
import Services

/// What is done with the selected customer.
extension PaletteCommand {
  /// Nil where the argument says nothing it can do.
  func effect(
    _ argument: String, on subject: Subject, _ knowledge: PaletteKnowledge, _ context: Context
  ) -> Effect? {
    let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
    switch self {
    case .tag, .untag:
      let names = argument.split(separator: " ").map(String.init)
      return names.isEmpty
        ? nil
        : changing(subject) { change in
          change.tags = names.map { TagChange($0, isOn: self == .tag) }
        }
    case .stage:
      guard let stage = words.first.flatMap({ Int($0) }) else { return nil }
      return changing(subject) { $0.stage = StageMove(to: stage, why: words.dropFirst().first ?? "") }
    case .level: return .open(NotePane(subject, intent: argument))
    case .note:
      guard let outcome = words.first.flatMap({ outcome(called: $0, context) }) else { return nil }
      return .open(NotePane(subject, outcome: outcome, text: words.dropFirst().first ?? ""))
    case .plan:
      return planning(WhenField(typed: argument), subject, context)
    case .give:
      return knowledge.colleagues.first { $0.login == argument }.map {
        .showPrefix(.confirmTransfer(Transfer(subject: subject, receiver: $0)))
      }
    case .task:
      return argument.isEmpty ? nil : .run(AddTaskErrand(content: task(argument, context), subject: subject))
    case .document: return argument.isEmpty ? nil : .run(AddDocumentErrand(path: argument, subject: subject))
    case .invalid: return changing(subject) { $0.isInvalid = true }
    case .revive: return changing(subject) { $0.isInvalid = false }
    case .go, .filter, .customer, .welcome, .quit: return nil
    }
  }

  private func changing(_ subject: Subject, _ edit: (inout CustomerChange) -> Void) -> Effect {
    var change = CustomerChange()
    edit(&change)
    return .run(ChangeErrand(change: change, subject: subject))
  }

  /// What stands there by now is read first, for whoever takes it back.
  private func planning(_ field: WhenField, _ subject: Subject, _ context: Context) -> Effect? {
    guard let resolved = try? field.resolved(context).get() else { return nil }
    let purpose = field.purpose(context)
    return .run(
      Job(.customer(subject.id)) { _, _, view in
        guard case .success(let view) = view else { return [] }
        let errand = PlanErrand(
          next: resolved.moment, subject: subject, before: view.customer.next,
          isAgreed: resolved.isAgreed ?? view.customer.next?.isAgreed ?? false, purpose: purpose)
        return [.run(errand)]
      })
  }

  private func outcome(called name: String, _ context: Context) -> Outcome? {
    context.policy.notes.outcomes.first {
      [context.wording.title($0.title), String($0.digit), $0.outcome.rawValue].contains(name)
    }?.outcome
  }

  /// `送样 周五下午3点`: what stands last and is a time is when it is to be done.
  func task(_ text: String, _ context: Context) -> TaskContent {
    let words = text.split(separator: " ")
    for count in [2, 1] where words.count > count {
      let last = words.suffix(count).joined(separator: " ")
      guard let due = WhenField(typed: last).moment(context) else { continue }
      return TaskContent(subject: words.dropLast(count).joined(separator: " "), due: due)
    }
    return TaskContent(subject: text)
  }
}
