import Domain
import Services
import TerminalKit

/// To whom customers go (R2.6): to one, dealt over the team by free room, or to the sea. What would come of it is seen
/// before it is done, by `0`; `u` takes it back as one act.
struct HandoverPane: FilteredScreen, ViewScreen {
  enum View: Int, FixedView {
    case one = 1
    case team, sea

    var title: String {
      switch self {
      case .one: "handover.way.one"
      case .team: "handover.way.team"
      case .sea: "handover.way.sea"
      }
    }
  }

  let handing: Handing
  /// Over which it is dealt.
  private let department: DepartmentID
  private var board: HandoverBoard?
  /// Of the target in force; nil until it is known.
  private(set) var plan: HandoverOutcome?
  private(set) var choice = View.one
  var list = ListState<PersonID>()
  var filter = FilterField()
  /// It is on its way.
  private var isBusy = false
  private var preferred: PersonID?

  /// - Parameter receiver: on whom the cursor stands first.
  init(_ handing: Handing, to receiver: PersonID? = nil, _ context: Context) {
    self.handing = handing
    preferred = receiver
    department =
      if case .everything(let giver) = handing { giver.department } else { context.session.person.department }
  }

  static let keymap = Keymap<HandoverPane>(
    [
      Binding(
        ["0"], .finish, help: "key.hand_over", hint: "hint.hand_over", priority: 10, disabled: needsPlan
      ) {
        $0.handOver($1)
      }, .filter,
    ] + Binding.rows + Binding.items + Binding.going)

  private static let needsPlan: Binding<HandoverPane>.Reason = { pane in
    guard let plan = pane.plan else { return "list.loading" }
    return plan.moved.isEmpty ? "handover.none_can_go" : nil
  }

  static var filterAdvice: String { "filter.advice.words" }
  static var filterFields: String? { nil }

  func line(_ id: PersonID) -> HandoverBoard.Line? { board?.lines.first { $0.person.id == id } }

  /// Nil where nobody is there to be chosen.
  private var target: HandoverTarget? {
    switch choice {
    case .one: list.selection.map(HandoverTarget.person)
    case .team: .department(department)
    case .sea: .sea
    }
  }

  /// How much of it each would get.
  func share(of id: PersonID) -> Int { plan?.moved.count { $0.receiver?.id == id } ?? 0 }

  // MARK: what it answers

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [
      ask(.handoverBoard(of: handing.source)) { pane, board, context in
        pane.board = board
        pane.arrange(context)
        return pane.askForDetail()
      }
    ]
  }

  private mutating func arrange(_ context: Context) {
    let wanted = wanted(context)
    let shown = (board?.lines ?? []).filter { line in
      switch choice {
      case .one:
        wanted.isEmpty
          || wanted.matches(
            [line.person.name, line.person.login, line.person.departmentName],
            name: context.session.fold(line.person.name))
      case .team: share(of: line.person.id) > 0
      case .sea: false
      }
    }
    list.update(rows: shown.map(\.person.id))
    guard choice == .one, let receiver = preferred, board != nil else { return }
    list.select(receiver)
    preferred = nil
  }

  func askForDetail() -> [Effect] {
    guard let target else { return [] }
    return [
      ask(.handoverPlan(handing.source, to: target)) { pane, plan, context in
        guard pane.target == target else { return [] }
        pane.plan = plan
        pane.arrange(context)
        return []
      }
    ]
  }

  mutating func moved(from before: PersonID?, _ context: Context) -> [Effect] {
    if choice == .one { plan = nil }
    return choice == .one ? detailFollows : []
  }

  mutating func show(_ view: View, _ context: Context) -> [Effect] {
    (choice, plan) = (view, nil)
    arrange(context)
    return askForDetail()
  }

  mutating func filtered(_ context: Context) -> [Effect] {
    let before = list.selection
    arrange(context)
    list.moveToFirst()
    return moved(from: before, context)
  }

  // MARK: the act

  private mutating func handOver(_ context: Context) -> [Effect] {
    guard !isBusy, let target else { return [] }
    isBusy = true
    let errand = HandoverErrand(handing: handing, target: target, name: targetName(context))
    let run = run(errand) { _, outcome, _ in
      [.unmark(outcome.moved.map(\.customer)), .close]
    } else: { pane, _, _ in
      pane.isBusy = false
      return []
    }
    return [run, .outside(.discardTypeAhead)]
  }

  /// Who gets it, as it is told.
  func targetName(_ context: Context) -> String {
    switch choice {
    case .one: list.selection.flatMap { line($0)?.person.name } ?? ""
    case .team: context.words["handover.team"]
    case .sea: ""
    }
  }
}

/// What is handed over: everything of one person, or some customers.
enum Handing: Sendable {
  case everything(of: Person)
  case customers([Subject])

  var source: HandoverSource {
    switch self {
    case .everything(let giver): .person(giver.id)
    case .customers(let subjects): .customers(subjects.map(\.id))
    }
  }
}

extension Question<HandoverBoard> {
  fileprivate static func handoverBoard(of source: HandoverSource) -> Question {
    Question { try HandoverBoard.read(of: source, by: $1, at: $2, in: $0) }
  }
}

extension Question<HandoverOutcome> {
  /// What would come of it.
  fileprivate static func handoverPlan(_ source: HandoverSource, to target: HandoverTarget) -> Question {
    Question { try HandoverPlan.read(source, to: target, by: $1, at: $2, in: $0) }
  }
}
