import Domain
import Services

/// What is done with the marked customers, or the selected one.
extension PaletteCommand {
  /// Nil where the argument says nothing it can do.
  func effect(
    _ argument: String, on subjects: [Subject], _ knowledge: PaletteKnowledge, _ context: Context
  ) -> Effect? {
    guard let first = subjects.first else { return nil }
    let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
    switch self {
    case .tag, .untag:
      let names = argument.split(separator: " ").map(String.init)
      return names.isEmpty
        ? nil
        : changing(subjects) { change in
          change.tags = names.map { TagChange($0, isOn: self == .tag) }
        }
    case .stage:
      guard let stage = words.first.flatMap({ Int($0) }) else { return nil }
      return changing(subjects) { $0.stage = StageMove(to: stage, why: words.dropFirst().first ?? "") }
    case .level: return .open(NotePane(first, intent: argument))
    case .note:
      guard let outcome = words.first.flatMap({ outcome(called: $0, context) }) else { return nil }
      return .open(NotePane(first, outcome: outcome, text: words.dropFirst().first ?? ""))
    case .plan: return planning(WhenField(typed: argument), subjects, context)
    case .give:
      return knowledge.colleagues.first { $0.login == argument }.map {
        .open(HandoverPane(.customers(subjects), to: $0.id, context))
      }
    case .task:
      if argument.isEmpty { return nil }
      let content = task(argument, context)
      return .run(overMarked: subjects.map { AddTaskErrand(content: content, subject: $0) })
    case .document:
      return argument.isEmpty ? nil : .run(AddDocumentErrand(path: argument, subject: first))
    case .invalid: return changing(subjects) { $0.isInvalid = true }
    case .revive: return changing(subjects) { $0.isInvalid = false }
    case .void: return settingAside(subjects, as: .void, argument)
    case .deactivate: return settingAside(subjects, as: .inactive, argument)
    case .reactivate: return .run(overMarked: subjects.map { ReactivateErrand(subject: $0) })
    case .correct: return argument.isEmpty ? nil : .run(CorrectErrand(text: argument, subject: first))
    case .merge:
      return CustomerID(codeOrID: argument).map {
        .showPrefix(.confirmMerge(MergeErrand(subject: first, other: $0)))
      }
    case .house, .unhouse:
      return .run(overMarked: subjects.map { HouseAccountErrand(subject: $0, isOn: self == .house) })
    case .block, .unblock:
      return .run(overMarked: subjects.map { BlockErrand(subject: $0, isOn: self == .block) })
    case .go, .filter, .customer, .handover, .welcome, .quit: return nil
    }
  }

  private func changing(_ subjects: [Subject], _ edit: (inout CustomerChange) -> Void) -> Effect {
    var change = CustomerChange()
    edit(&change)
    return .run(overMarked: subjects.map { [change] in ChangeErrand(change: change, subject: $0) })
  }

  private func settingAside(_ subjects: [Subject], as aside: Aside, _ reason: String) -> Effect? {
    if reason.isEmpty { return nil }
    return .run(overMarked: subjects.map { SetAsideErrand(subject: $0, aside: aside, reason: reason) })
  }

  /// What was agreed stays so unless something else was typed.
  private func planning(_ field: WhenField, _ subjects: [Subject], _ context: Context) -> Effect? {
    guard let resolved = try? field.resolved(context).get() else { return nil }
    let typed = field.purpose(context)
    let purpose = subjects.count > 1 && typed.isEmpty ? nil : typed
    let moments = resolved.moments(subjects.count)
    return .run(
      overMarked: zip(subjects, moments).map {
        PlanErrand(next: $1, subject: $0, isAgreed: resolved.isAgreed, purpose: purpose)
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
